// The named styles of the Word file. An office changes a style and the whole report follows: hardly a paragraph has a look of its own.
import { AlignmentType, BorderStyle, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx'
import type { Language } from '../../../domain/template/Localised.ts'
import { bulletLists } from './bulletLists.ts'
import { fontOf, type Face } from './documentFonts.ts'
import { points, twips } from './pageMeasures.ts'
import { styleIds, type StyleId } from './styleIds.ts'
import { styleName } from './styleNames.ts'
import { cellSize, textSize, titleSize } from './textSizes.ts'

type Letters = NonNullable<IParagraphStyleOptions['run']>
type Layout = NonNullable<IParagraphStyleOptions['paragraph']>
type Look = readonly [letters: Letters, layout: Layout]

/** Millimetres from the edge to the texts of the header, which stand behind labels of one width. */
const factIndent: Readonly<Record<Language, number>> = { ja: 34, en: 42 }

const languageTags: Readonly<Record<Language, NonNullable<Letters['language']>>> = {
  ja: { value: 'ja-JP', eastAsia: 'ja-JP' },
  en: { value: 'en-GB', eastAsia: 'ja-JP' },
}

export function documentStyles(language: Language): IStylesOptions {
  const looks = { ...pageLooks(language), ...tableLooks(language) }
  return {
    default: {
      document: {
        run: { ...letters('serif', textSize, language), language: languageTags[language] },
        paragraph: tightDigits,
      },
    },
    paragraphStyles: Object.values(styleIds).map((id) => {
      const [run, paragraph] = looks[id]
      return { id, name: styleName(id, language), quickFormat: true, run, paragraph }
    }),
  }
}

/** 22日, not 22 日: the published form has no space around digits. */
const tightDigits: Layout & { readonly autoSpaceEastAsianText: boolean } = { autoSpaceEastAsianText: false }

type TableStyleId = Extract<StyleId, `Table${string}`>

function pageLooks(language: Language): Readonly<Record<Exclude<StyleId, TableStyleId>, Look>> {
  const text = letters('serif', textSize, language)
  const body: Layout = { ...prose(language), spacing: { ...exact(16.5), after: points(3) } }
  const indent = twips(factIndent[language])
  return {
    [styleIds.title]: [
      { ...letters('serif', titleSize, language), bold: true, characterSpacing: language === 'ja' ? points(1) : 0 },
      { alignment: AlignmentType.CENTER, spacing: { after: twips(6) }, keepNext: true },
    ],
    [styleIds.draftMark]: [{ ...letters('sans', 12, language), bold: true }, draftBox(language)],
    [styleIds.fact]: [
      text,
      {
        indent: { left: indent, hanging: indent },
        leftTabStop: indent,
        spacing: { ...exact(16.8), after: twips(1.3) },
        keepLines: true,
      },
    ],
    [styleIds.heading1]: heading([13, 14], language),
    [styleIds.heading2]: heading([11.5, 12], language),
    [styleIds.heading3]: heading([10.5, 10], language),
    [styleIds.text]: [text, body],
    [styleIds.prose]: [text, { ...body, ...firstLine(textSize, language) }],
    [styleIds.bullet]: [text, { ...body, numbering: bulletLists.text }],
    [styleIds.picture]: [text, { spacing: { after: points(2) }, keepNext: true }],
    [styleIds.caption]: [letters('serif', 8.5, language), { spacing: { after: points(6) }, keepLines: true }],
    [styleIds.footer]: [letters('serif', 9, language), {}],
    // Word makes one table of two that touch, and wants a paragraph behind the last.
    [styleIds.gap]: [letters('serif', 1, language), { spacing: { ...exact(1), after: points(8) } }],
  }
}

/** Columns of a published table are narrow: lines are set solid, and Japanese ones are justified. */
function tableLooks(language: Language): Readonly<Record<TableStyleId, Look>> {
  const text = letters('serif', cellSize, language)
  const bold = { ...letters('sans', cellSize, language), bold: true }
  const body: Layout = { ...prose(language), spacing: { ...exact(14.25), after: twips(1) } }
  const kept: Layout = { keepNext: true, keepLines: true }
  const item = language === 'ja' ? points(itemNumberLength * cellSize) : 0
  return {
    [styleIds.cellHead]: [bold, { ...kept, alignment: AlignmentType.CENTER, spacing: exact(13.3) }],
    [styleIds.cellText]: [text, body],
    [styleIds.cellProse]: [text, { ...body, ...firstLine(cellSize, language) }],
    [styleIds.cellBullet]: [text, { ...body, numbering: bulletLists.cell }],
    [styleIds.cellHeading]: [bold, { ...kept, spacing: { ...exact(14.25), before: twips(0.8), after: twips(0.4) } }],
    [styleIds.cellItem]: [
      bold,
      { ...kept, indent: { left: item, hanging: item }, spacing: { ...exact(14.25), after: twips(1) } },
    ],
    [styleIds.cellShort]: [
      letters('serif', cellSize - 0.5, language),
      { alignment: AlignmentType.CENTER, spacing: exact(14.25), keepLines: true },
    ],
  }
}

/** （１）: the text of a heading begins behind its number in every line. */
const itemNumberLength = 3

function letters(face: Face, size: number, language: Language): Letters {
  return { font: fontOf(face, language), size: Math.round(size * 2) }
}

/** Lines of one height whichever font a machine takes: those of some fonts are half as tall again. */
function exact(height: number): NonNullable<Layout['spacing']> {
  return { line: points(height), lineRule: LineRuleType.EXACT }
}

function prose(language: Language): Layout {
  return { alignment: language === 'ja' ? AlignmentType.BOTH : AlignmentType.START, keepLines: true }
}

/** By one character, in Japanese only. */
function firstLine(size: number, language: Language): Layout {
  return language === 'ja' ? { indent: { firstLine: points(size), firstLineChars: 100 } } : {}
}

function heading([size, before]: readonly [size: number, before: number], language: Language): Look {
  return [
    { ...letters('sans', size, language), bold: true, color: 'auto' },
    { spacing: { before: points(before), after: points(4) }, keepNext: true, keepLines: true },
  ]
}

/** In a box at the right edge, as wide as its word. */
function draftBox(language: Language): Layout {
  const line = { style: BorderStyle.SINGLE, size: 8, space: 1, color: 'auto' }
  return {
    alignment: AlignmentType.CENTER,
    border: { top: line, bottom: line, left: line, right: line },
    indent: { left: twips(language === 'ja' ? 172 : 162) },
    keepNext: true,
  }
}
