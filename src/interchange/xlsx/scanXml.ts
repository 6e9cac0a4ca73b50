// Walks through the XML of a workbook part, tag by tag. No document is built, and nothing outside of the text is ever looked up:
// a part with a DOCTYPE, where entities could be declared, is refused.

export interface XmlHandler {
  /** Names come without their prefix. Returning false stops the walk. */
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => boolean | undefined
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

export type XmlEnd = 'ended' | 'stopped' | 'broken'

export function scanXml(xml: string, handler: XmlHandler): XmlEnd {
  let at = 0
  let depth = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    if (tag > at && depth > 0) handler.text(decodeEntities(xml.slice(at, tag)))
    if (tag === -1) break
    const skipped = skipNonElement(xml, tag, handler)
    if (skipped === -1) return 'broken'
    if (skipped > tag) {
      at = skipped
      continue
    }
    const end = endOfTag(xml, tag + 1)
    if (end === -1) return 'broken'
    at = end + 1
    if (xml[tag + 1] === '/') {
      depth -= 1
      handler.close(localName(xml.slice(tag + 2, end).trim()))
      continue
    }
    const isEmpty = xml[end - 1] === '/'
    const { name, attributes } = readTag(xml.slice(tag + 1, isEmpty ? end - 1 : end))
    if (handler.open(name, attributes) === false) return 'stopped'
    if (isEmpty) handler.close(name)
    else depth += 1
  }
  return depth === 0 ? 'ended' : 'broken'
}

/** Where a comment, instruction or CDATA section that begins at `at` ends; `at` itself for an element; -1 for what is refused. */
function skipNonElement(xml: string, at: number, handler: XmlHandler): number {
  if (xml.startsWith('<?', at)) return after(xml, '?>', at)
  if (!xml.startsWith('<!', at)) return at
  if (xml.startsWith('<!--', at)) return after(xml, '-->', at + 4)
  if (!xml.startsWith('<![CDATA[', at)) return -1
  const end = after(xml, ']]>', at)
  if (end !== -1) handler.text(xml.slice(at + '<![CDATA['.length, end - ']]>'.length))
  return end
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  return found === -1 ? -1 : found + mark.length
}

/** The tag's `>`: one inside a quoted value does not count. */
function endOfTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml[at]
    if (sign === '>') return at
    if (sign === '"' || sign === "'") {
      at = xml.indexOf(sign, at + 1)
      if (at === -1) return -1
    }
  }
  return -1
}

const noAttributes: ReadonlyMap<string, string> = new Map()

function readTag(inside: string): { readonly name: string; readonly attributes: ReadonlyMap<string, string> } {
  const nameEnd = inside.search(/\s/)
  if (nameEnd === -1) return { name: localName(inside), attributes: noAttributes }
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of inside
    .slice(nameEnd)
    .matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    // The declaration of a prefix is not an attribute: `xmlns:r` must not pass for `r`.
    if (!name.startsWith('xmlns')) attributes.set(localName(name), decodeEntities(double ?? single ?? ''))
  }
  return { name: localName(inside.slice(0, nameEnd)), attributes }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const lastCodePoint = 0x10ffff

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return named[name] ?? whole
    const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
    return point <= lastCodePoint ? String.fromCodePoint(point) : whole
  })
}
