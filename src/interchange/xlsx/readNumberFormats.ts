// The number format behind each cell style: what makes 45358 read as 令和6年3月7日 and 14 as 0014.
import { builtinFormats } from './builtinFormats.ts'
import { scanXml } from './scanXml.ts'

/** A format code by style number, as cells name it; `General` where a style has none. */
export function readNumberFormats(xml: string): readonly string[] {
  const own = new Map<string, string>()
  const styles: string[] = []
  let isCellStyles = false
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(attributes.get('numFmtId') ?? '', attributes.get('formatCode') ?? 'General')
      else if (name === 'cellXfs') isCellStyles = true
      else if (name === 'xf' && isCellStyles) {
        const id = attributes.get('numFmtId') ?? '0'
        styles.push(own.get(id) ?? builtinFormats[id] ?? 'General')
      }
      return undefined
    },
    close(name) {
      if (name === 'cellXfs') isCellStyles = false
    },
    text: () => undefined,
  })
  return styles
}
