// The fixed words of the report in both languages. The Japanese ones are the form's own and must stay letter for letter.
import type { Demand } from '../../domain/template/Template.ts'
import type { FindingClass } from '../../domain/audit/auditVocabulary.ts'
import type { Language } from '../../domain/template/Localised.ts'
import { formatDigits } from '../../domain/text/formatDigits.ts'
import type { ColumnHeads } from './FollowUpReport.ts'
import type { HeaderField } from './headerFields.ts'
import type { MeasureClass } from './classifyMeasures.ts'

export interface FollowUpLabels {
  readonly title: string
  readonly draftMark: string
  readonly header: Readonly<Record<HeaderField, string>>
  readonly columns: ColumnHeads
  readonly heading: (subject: string, demand: Demand) => string
  readonly recommendationHead: Readonly<Record<FindingClass, string>>
  readonly measureClass: Readonly<Record<MeasureClass, readonly string[]>>
  readonly planned: (lines: readonly string[]) => readonly string[]
  /** Stands where several versions of a text exist: the report prefers none of them. */
  readonly unsettled: (versions: number) => string
}

function bracketed([open, close]: readonly [string, string], lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => (index === 0 ? open : '') + line + (index === lines.length - 1 ? close : ''))
}

const ja: FollowUpLabels = {
  title: '監査結果に関する措置状況報告書',
  draftMark: '案',
  header: { 'report-number': '報告番号', subject: '監査の対象', unit: '所管所属', notice: '通知を受けた日' },
  columns: {
    number: ['指摘№'],
    summary: ['指摘等の概要'],
    measures: ['措置内容又は措置方針等'],
    measureClass: ['措置', '分類'],
    measureDate: ['措置日', '（予定日）'],
  },
  heading: (subject, demand) => `${subject}について${demand === 'rectify' ? '是正' : '改善'}を求めたもの`,
  recommendationHead: { finding: '【指摘事項】', opinion: '【意見】' },
  measureClass: {
    done: ['措置済'],
    planned: ['措置', '方針'],
    considered: ['検討中'],
    declined: ['措置', 'しない'],
  },
  planned: (lines) => bracketed(['（', '）'], lines),
  unsettled: (versions) => `【未確定：${formatDigits(versions, 'report')}通りの記入がある。】`,
}

const en: FollowUpLabels = {
  title: 'Report on measures taken in response to audit findings',
  draftMark: 'DRAFT',
  header: {
    'report-number': 'Report number',
    subject: 'Subject of the audit',
    unit: 'Responsible unit',
    notice: 'Notice received on',
  },
  columns: {
    number: ['No.'],
    summary: ['Summary of the finding'],
    measures: ['Measures taken or planned'],
    measureClass: ['Class'],
    measureDate: ['Date', '(planned)'],
  },
  heading: (subject, demand) => `${demand === 'rectify' ? 'Correction' : 'Improvement'} requested: ${subject}`,
  recommendationHead: { finding: 'Recommendation', opinion: 'Opinion' },
  measureClass: { done: ['Done'], planned: ['Planned'], considered: ['Under', 'review'], declined: ['No', 'action'] },
  planned: (lines) => bracketed(['(', ')'], lines),
  unsettled: (versions) => `[Not settled: ${String(versions)} versions exist.]`,
}

export const followUpLabels: Readonly<Record<Language, FollowUpLabels>> = { ja, en }
