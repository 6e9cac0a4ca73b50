// The 措置状況報告書 as data: every text as it will be printed, in order. Renderers add layout and nothing else.
import type { FindingId } from '../../domain/audit/entityIds.ts'
import type { Language } from '../../domain/template/Localised.ts'
import type { HeaderField } from './headerFields.ts'
import type { ReportProblem } from './ReportProblem.ts'

export interface HeaderLine {
  readonly field: HeaderField
  readonly label: string
  /** Empty where it is missing; `problems` says so. */
  readonly value: string
}

/** One finding with its measures. Texts are lists of paragraphs or of bullets without their mark. */
export interface FollowUpRow {
  readonly finding: FindingId
  /** ２（１） */
  readonly number: string
  /** （１） and 「…について是正を求めたもの」 */
  readonly heading: { readonly item: string; readonly text: string }
  readonly lead: readonly string[]
  readonly conditions: readonly string[]
  /** 【指摘事項】 */
  readonly recommendationHead: string
  readonly recommendation: readonly string[]
  readonly measures: readonly string[]
  /** The label of 措置分類, cut where a narrow column may break it. Empty where it does not follow from the measures. */
  readonly measureClass: readonly string[]
  /** 措置日, or （予定日） in brackets, cut the same way. */
  readonly measureDate: readonly string[]
}

/** Heads of the five columns, cut where a narrow column may break them. */
export interface ColumnHeads {
  readonly number: readonly string[]
  readonly summary: readonly string[]
  readonly measures: readonly string[]
  readonly measureClass: readonly string[]
  readonly measureDate: readonly string[]
}

export interface FollowUpReport {
  readonly language: Language
  readonly title: string
  /** 案, shown while the report is a draft. */
  readonly draftMark: string
  /** True while any problem is open: what is printed then is marked as a draft. */
  readonly isDraft: boolean
  readonly reportNumber: string
  readonly header: readonly HeaderLine[]
  readonly columns: ColumnHeads
  readonly rows: readonly FollowUpRow[]
  /** What a person should settle before printing, in the order of the report. */
  readonly problems: readonly ReportProblem[]
}
