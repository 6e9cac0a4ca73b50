// The work plan against the specification: per specification item whether the plan covers it, and which elements it sets out.
import type { Audit, RosterItem } from './Audit.ts'
import type { Judgement } from './auditVocabulary.ts'
import { askedItems } from './askedItems.ts'
import { placeWithRole, recordedAnswer } from './placeWithRole.ts'
import { judgementOf } from './questionStatus.ts'
import { settledValue } from '../oplog/Register.ts'
import { planElements, type PlanElement } from '../template/Template.ts'

export interface PlanRow {
  readonly item: RosterItem
  /** Whether the plan covers the item (question "specified"); undefined while unanswered or in conflict. */
  readonly covered: Judgement | undefined
  /** Whether what it says is concrete (question "plan-elements"). */
  readonly concrete: Judgement | undefined
  /** Undefined while nobody has read the plan for them. */
  readonly present: readonly PlanElement[] | undefined
  /** In the order of the columns; empty while unread. */
  readonly missing: readonly PlanElement[]
}

export interface PlanMatrix {
  readonly columns: readonly PlanElement[]
  readonly rows: readonly PlanRow[]
  /** Items that were read, and how many of them lack an element. */
  readonly read: number
  readonly lacking: number
}

export function planMatrix(audit: Audit): PlanMatrix {
  const specified = placeWithRole(audit, 'specified')
  const elements = placeWithRole(audit, 'plan-elements')
  const rows = askedItems(audit, 'specification-items').map((item): PlanRow => {
    const coverage = recordedAnswer(audit, specified, item.id)
    const content = recordedAnswer(audit, elements, item.id)
    const value = content && settledValue(content.value)?.body.value
    const present = value?.type === 'elements' ? value.present : undefined
    return {
      item,
      covered: coverage && judgementOf(coverage),
      concrete: content && judgementOf(content),
      present,
      missing: present === undefined ? [] : planElements.filter((element) => !present.includes(element)),
    }
  })
  return {
    columns: planElements,
    rows,
    read: rows.filter(({ present }) => present !== undefined).length,
    lacking: rows.filter(({ missing }) => missing.length > 0).length,
  }
}
