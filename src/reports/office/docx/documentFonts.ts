// Fonts of the Word file, by name. None is embedded: where one is missing, its family, pitch and character set lead Word to another.
import type { IFontAttributesProperties } from 'docx'
import type { Language } from '../../../domain/template/Localised.ts'

export type Face = 'serif' | 'sans'

interface NamedFont {
  readonly name: string
  /** The same font where the system has no Japanese names. */
  readonly otherName?: string
  readonly family: 'roman' | 'swiss' | 'modern'
  readonly pitch: 'fixed' | 'variable'
  readonly isJapanese: boolean
}

/** Official documents: every Windows and every Word for Mac has these, and half-width digits are half as wide as a character. */
const mincho: NamedFont = {
  name: 'ＭＳ 明朝',
  otherName: 'MS Mincho',
  family: 'roman',
  pitch: 'fixed',
  isJapanese: true,
}
const gothic: NamedFont = {
  name: 'ＭＳ ゴシック',
  otherName: 'MS Gothic',
  family: 'modern',
  pitch: 'fixed',
  isJapanese: true,
}
const times: NamedFont = { name: 'Times New Roman', family: 'roman', pitch: 'variable', isJapanese: false }
const arial: NamedFont = { name: 'Arial', family: 'swiss', pitch: 'variable', isJapanese: false }

/** Japanese words stand in English reports too, and are set in a Japanese font there. */
const japanese: Readonly<Record<Face, NamedFont>> = { serif: mincho, sans: gothic }
const latin: Readonly<Record<Language, Readonly<Record<Face, NamedFont>>>> = {
  ja: japanese,
  en: { serif: times, sans: arial },
}

export function fontOf(face: Face, language: Language): IFontAttributesProperties {
  const { name } = latin[language][face]
  return {
    ascii: name,
    hAnsi: name,
    cs: name,
    eastAsia: japanese[face].name,
    // Signs that both have (“ ” × ○) are wide in Japanese text.
    ...(language === 'ja' ? { hint: 'eastAsia' } : {}),
  }
}

/** The part of the file that says what kind of fonts these are. The library writes one for embedded fonts only. */
export function fontTableXml(language: Language): string {
  const fonts = [...new Set([...Object.values(japanese), ...Object.values(latin[language])])]
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    fonts.map(fontXml).join('') +
    '</w:fonts>'
  )
}

function fontXml({ name, otherName, family, pitch, isJapanese }: NamedFont): string {
  return (
    `<w:font w:name="${name}">${otherName === undefined ? '' : `<w:altName w:val="${otherName}"/>`}` +
    `<w:charset w:val="${isJapanese ? '80' : '00'}"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`
  )
}
