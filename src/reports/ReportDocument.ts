// A report as a document, the same for page, print, Word, Excel and CSV: every text as it will be printed, in order.
// Renderers bring layout and nothing else; they decide no word, leave nothing out and add nothing but a picture's bytes.
import type { Language } from '../domain/template/Localised.ts'

export interface ReportDocument {
  readonly language: Language
  readonly title: string
  /** 案. Shown beside the title and on every page while `isDraft`. */
  readonly draftMark: string
  readonly isDraft: boolean
  /** Foot of every page: the report number, or what tells this report from another. May be empty. */
  readonly pageLabel: string
  /** Without ending; free of signs that a file system refuses. */
  readonly fileName: string
  /** Of an A4 page. */
  readonly orientation: 'portrait' | 'landscape'
  readonly header: readonly LabelledText[]
  readonly blocks: readonly ReportBlock[]
}

export interface LabelledText {
  readonly label: string
  /** Empty where it is missing. */
  readonly value: string
}

export type ReportBlock = HeadingBlock | ParagraphBlock | TableBlock | PictureBlock | FactsBlock

export interface HeadingBlock {
  readonly type: 'heading'
  /** 1 is a part of the report, 2 a section of a part, 3 an entry of a section. The title stands above all of them. */
  readonly level: 1 | 2 | 3
  readonly text: string
}

export interface ParagraphBlock {
  readonly type: 'paragraph'
  readonly paragraphs: readonly Paragraph[]
}

/** A table whose head is repeated on every page. Every row has one cell for each column. */
export interface TableBlock {
  readonly type: 'table'
  /** What the table holds, in a few words: the name of its sheet, and what a reader of the screen hears. Unique in the document. */
  readonly name: string
  /** Whether the first cell of a row names it. */
  readonly hasRowHeads: boolean
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface Column {
  /** The head, cut where a narrow column may break it; as one text they are joined without a space in Japanese, with one in English. */
  readonly label: readonly string[]
  /** Percent of the table's width; those of a table sum up to 100. */
  readonly width: number
}

export interface Cell {
  /** None: an empty cell. */
  readonly paragraphs: readonly Paragraph[]
  /** `start` where it is missing. */
  readonly align?: 'start' | 'center' | 'end'
  /** Its paragraphs are pieces of one short text (a date, a class), cut where a narrow column may break it, like a column's label. */
  readonly isOneText?: boolean
}

export interface Paragraph {
  readonly text: string
  /** Hangs behind a mark that the renderer sets: ・ in Japanese, • in English. */
  readonly isBullet: boolean
  readonly isBold: boolean
  /** First-line indent of Japanese prose, in full-width characters: 1, or 0 where the text begins at the edge. */
  readonly indent: 0 | 1
}

/** A piece of evidence, drawn no larger than its thumbnail. Pictures that follow one another may stand side by side. */
export interface PictureBlock {
  readonly type: 'picture'
  /** The key of its bytes. Where they are missing, the renderer prints `missing` in a frame. */
  readonly sha256: string
  readonly caption: string
  /** Said in its place: 「この端末に画像がありません」. */
  readonly missing: string
}

/** Labels with their texts, one below the other. */
export interface FactsBlock {
  readonly type: 'facts'
  readonly entries: readonly Fact[]
}

export interface Fact {
  readonly label: string
  /** None where nothing was written; the label stays. */
  readonly paragraphs: readonly Paragraph[]
}

/** Thumbnails by the SHA-256 of their evidence, each with its media type (JPEG as a rule), read beforehand by whoever asks for a file. */
export type ReportPictures = ReadonlyMap<string, Blob>
