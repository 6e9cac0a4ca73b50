// How the cells of a report look in Excel: the styles part of the workbook, and the number of each style in it.
import type { Language } from '../../../domain/template/Localised.ts'

export type CellStyle = 'plain' | 'draft-mark' | 'title' | 'heading' | 'text' | 'head' | 'start' | 'center' | 'end'

/** Points of running text; a line of it takes `lineHeight`. */
const textSize = 10
export const lineHeight = 13.5

type Face = 'serif' | 'sans'

/** By name: Windows and Office have them all. Family and character set lead a machine without them to another of their kind. */
const fontNames: Readonly<Record<Language, Readonly<Record<Face, string>>>> = {
  ja: { serif: 'ＭＳ 明朝', sans: 'ＭＳ ゴシック' },
  en: { serif: 'Times New Roman', sans: 'Arial' },
}

/** Roman, swiss and modern, as the format numbers its families; 128 is the Japanese character set. */
const families: Readonly<Record<Language, Readonly<Record<Face, number>>>> = {
  ja: { serif: 1, sans: 3 },
  en: { serif: 1, sans: 2 },
}

interface Font {
  readonly face: Face
  readonly size: number
  readonly isBold: boolean
}

const fonts = {
  text: { face: 'serif', size: textSize, isBold: false },
  title: { face: 'serif', size: 14, isBold: true },
  heading: { face: 'sans', size: 11, isBold: true },
  head: { face: 'sans', size: textSize, isBold: true },
} as const satisfies Readonly<Record<string, Font>>

/** Their numbers are their places in this table. */
const looks: Readonly<Record<CellStyle, Look>> = {
  plain: { font: 'text', across: 'general', up: 'top', frame: 'none' },
  'draft-mark': { font: 'heading', across: 'right', up: 'center', frame: 'none' },
  title: { font: 'title', across: 'center', up: 'center', frame: 'none' },
  heading: { font: 'heading', across: 'left', up: 'top', frame: 'none' },
  text: { font: 'text', across: 'left', up: 'top', frame: 'none' },
  head: { font: 'head', across: 'center', up: 'center', frame: 'filled' },
  start: { font: 'text', across: 'left', up: 'top', frame: 'thin' },
  center: { font: 'text', across: 'center', up: 'top', frame: 'thin' },
  end: { font: 'text', across: 'right', up: 'top', frame: 'thin' },
}

interface Look {
  readonly font: keyof typeof fonts
  readonly across: 'general' | 'left' | 'center' | 'right'
  readonly up: 'top' | 'center'
  readonly frame: 'none' | 'thin' | 'filled'
}

const styleNames = Object.keys(looks)

/** A quoted style keeps a text a text even when somebody edits the cell, as an apostrophe before it does. */
export function styleNumber(style: CellStyle, isQuoted: boolean): number {
  return styleNames.indexOf(style) + (isQuoted ? styleNames.length : 0)
}

/** Inside a cell of several fonts, each stretch of text names its own. */
export function runProperties(isBold: boolean, language: Language): string {
  const { face, size } = isBold ? fonts.head : fonts.text
  return `<rPr>${isBold ? '<b/>' : ''}${sizeXml(size)}<rFont val="${fontNames[language][face]}"/>${kindXml(face, language)}</rPr>`
}

export function stylesXml(language: Language): string {
  const formats = [false, true].flatMap((isQuoted) => Object.values(looks).map((look) => formatXml(look, isQuoted)))
  return (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    list(
      'fonts',
      Object.values(fonts).map((font) => fontXml(font, language)),
    ) +
    list('fills', fills) +
    list('borders', borders) +
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
    list('cellXfs', formats) +
    list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
    '</styleSheet>'
  )
}

function fontXml({ face, size, isBold }: Font, language: Language): string {
  const name = `<name val="${fontNames[language][face]}"/>`
  return `<font>${isBold ? '<b/>' : ''}${sizeXml(size)}${name}${kindXml(face, language)}</font>`
}

const sizeXml = (size: number) => `<sz val="${String(size)}"/>`

function kindXml(face: Face, language: Language): string {
  return `<family val="${String(families[language][face])}"/>${language === 'ja' ? '<charset val="128"/>' : ''}`
}

/** The first two are fixed by the format. */
const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8E8E8"/><bgColor indexed="64"/></patternFill></fill>',
]
const thin = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`)
const borders = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${thin.join('')}<diagonal/></border>`,
]

function formatXml({ font, across, up, frame }: Look, isQuoted: boolean): string {
  const fontId = String(Object.keys(fonts).indexOf(font))
  const fillId = frame === 'filled' ? '2' : '0'
  const borderId = frame === 'none' ? '0' : '1'
  return (
    `<xf numFmtId="0" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0"${isQuoted ? ' quotePrefix="1"' : ''}` +
    ' applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
    `<alignment horizontal="${across}" vertical="${up}" wrapText="1"/></xf>`
  )
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${String(items.length)}">${items.join('')}</${name}>`
}
