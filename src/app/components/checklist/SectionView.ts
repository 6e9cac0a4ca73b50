// The sections of all pinned checklists with how far each is, as plain values.
import type { Audit } from '../../../domain/audit/Audit.ts'
import { sectionProgress, type Progress } from '../../../domain/audit/progressOf.ts'
import type { Language } from '../../../domain/template/Localised.ts'
import type { SectionId, Template } from '../../../domain/template/Template.ts'

export interface SectionView {
  readonly id: SectionId
  /** From 1 within its checklist. */
  readonly number: number
  readonly title: string
  readonly checklist: string
  readonly isFirstOfChecklist: boolean
  readonly total: number
  readonly answered: number
  readonly unanswered: number
  readonly conflicts: number
  readonly ok: number
  readonly part: number
  readonly ng: number
  /** 対象外 and 未確認. */
  readonly other: number
}

export function sectionViews(audit: Audit, templates: readonly Template[], language: Language): readonly SectionView[] {
  return templates.flatMap((template) =>
    template.sections.map((section, index) => ({
      id: section.id,
      number: index + 1,
      title: section.title[language],
      checklist: template.title[language],
      isFirstOfChecklist: index === 0,
      ...counts(sectionProgress(audit, template.id, section)),
    })),
  )
}

function counts({ total, answered, unanswered, conflicts, byJudgement }: Progress) {
  return {
    total,
    answered,
    unanswered,
    conflicts,
    ok: byJudgement.conforming,
    part: byJudgement.partial,
    ng: byJudgement.nonconforming,
    other: byJudgement['not-applicable'] + byJudgement['not-checked'],
  }
}
