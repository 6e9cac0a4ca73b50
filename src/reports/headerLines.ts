// The labelled lines with which a report begins, of the audit's own particulars. Where people disagree, the line says so.
import type { Audit } from '../domain/audit/Audit.ts'
import { auditStateOf } from '../domain/audit/summariseAudit.ts'
import { formatWareki } from '../domain/calendar/formatWareki.ts'
import { isInConflict, settledValue } from '../domain/oplog/Register.ts'
import type { Language } from '../domain/template/Localised.ts'
import { followUpLabels } from './follow-up/followUpLabels.ts'
import { printedText } from './printedText.ts'
import type { LabelledText } from './ReportDocument.ts'
import { reportLabels } from './reportLabels.ts'

export type HeaderLine = 'report-number' | 'subject' | 'unit' | 'team' | 'visit' | 'notice' | 'state'

const labels: Readonly<Record<Language, Readonly<Record<HeaderLine, string>>>> = {
  ja: {
    ...followUpLabels.ja.header,
    team: '監査担当',
    visit: '往査日',
    state: '監査の状態',
  },
  en: {
    ...followUpLabels.en.header,
    team: 'Audit team',
    visit: 'Visited on',
    state: 'State of the audit',
  },
}

/** What is missing is said to be so, as a reader cannot see a line that is not there. */
export function headerLines(audit: Audit, lines: readonly HeaderLine[], language: Language): readonly LabelledText[] {
  return lines.map((line) => ({
    label: labels[language][line],
    value: valueOf(audit, line, language) || reportLabels[language].missing,
  }))
}

export function reportNumberOf({ header }: Audit, language: Language): string {
  return printedText(settledValue(header.reportNo)?.body.reportNo ?? '', language)
}

function valueOf(audit: Audit, line: HeaderLine, language: Language): string {
  const { header } = audit
  const register = registerOf(audit, line)
  if (isInConflict(register)) return followUpLabels[language].unsettled(register.values.length)
  switch (line) {
    case 'report-number':
      return reportNumberOf(audit, language)
    case 'subject':
      return printedText(settledValue(header.subject)?.body.subject ?? '', language)
    case 'unit':
      return printedText(settledValue(header.unit)?.body.unit ?? '', language)
    case 'team':
      return reportLabels[language].joined(settledValue(header.team)?.body.members ?? [])
    case 'visit':
      return dated(settledValue(header.visit)?.body.visitOn ?? null, language)
    case 'notice':
      return dated(settledValue(header.notice)?.body.receivedOn ?? null, language)
    case 'state':
      return reportLabels[language].auditState[auditStateOf(audit)]
  }
}

function registerOf({ header }: Audit, line: HeaderLine): { readonly values: readonly unknown[] } {
  return line === 'report-number' ? header.reportNo : header[line]
}

function dated(on: Parameters<typeof formatWareki>[0] | null, language: Language): string {
  return on === null ? '' : formatWareki(on, language, 'report')
}
