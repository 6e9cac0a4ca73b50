// The texts of a workbook, each kept once and named by its number. Bold lines beside plain ones are stretches of one text.
import type { Language } from '../../../domain/template/Localised.ts'
import { escapeXml } from '../escapeXml.ts'
import { runProperties } from './cellStyles.ts'
import type { ShareText } from './sheetXml.ts'

export interface SharedTexts {
  readonly share: ShareText
  readonly xml: () => string
}

export function sharedTexts(language: Language): SharedTexts {
  const numbers = new Map<string, number>()
  let uses = 0
  return {
    share(lines) {
      uses += 1
      const item = `<si>${itemXml(lines, language)}</si>`
      const number = numbers.get(item) ?? numbers.size
      numbers.set(item, number)
      return number
    },
    xml: () =>
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
      ` count="${String(uses)}" uniqueCount="${String(numbers.size)}">${[...numbers.keys()].join('')}</sst>`,
  }
}

type Lines = Parameters<ShareText>[0]

function itemXml(lines: Lines, language: Language): string {
  if (lines.every(({ isBold }) => !isBold)) return textXml(lines.map(({ text }) => text).join('\n'))
  return lines
    .map(({ text, isBold }, index) => {
      const ended = index === lines.length - 1 ? text : `${text}\n`
      return `<r>${runProperties(isBold, language)}${textXml(ended)}</r>`
    })
    .join('')
}

/** Excel reads `_x0041_` as A; with its first underscore escaped it stays as it was typed. */
function textXml(text: string): string {
  return `<t xml:space="preserve">${escapeXml(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')}</t>`
}
