// The texts that cells name by number. Readings above Japanese words (furigana) stand between them and are no part of the text.
import { scanXml } from './scanXml.ts'
import { unescapeText } from './unescapeText.ts'

export function readSharedStrings(xml: string): readonly string[] {
  const strings: string[] = []
  let current = ''
  let isText = false
  let isReading = false
  scanXml(xml, {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 'rPh') isReading = true
      else if (name === 't') isText = !isReading
      return undefined
    },
    close(name) {
      if (name === 'si') strings.push(unescapeText(current))
      else if (name === 'rPh') isReading = false
      else if (name === 't') isText = false
    },
    text(text) {
      if (isText) current += text
    },
  })
  return strings
}
