// What an overview looks at, read from its address and written into it, so that it can be come back to and passed on.
import type { LocationQueryRaw } from 'vue-router'
import { auditStates } from '../../../domain/audit/auditVocabulary.ts'
import { ageBands } from '../../../domain/overview/ageBand.ts'
import { flowRhythms, type FlowRhythm } from '../../../domain/overview/measureFlow.ts'
import type { OverviewFilter } from '../../../domain/overview/OverviewFilter.ts'
import { progressSteps } from '../../../domain/overview/progressStep.ts'
import { demands } from '../../../domain/template/Template.ts'

export interface AskedOverview {
  readonly filter: OverviewFilter
  readonly rhythm: FlowRhythm
}

type Query = Readonly<Record<string, unknown>>

/** What cannot be read is not filtered by. */
export function readOverviewQuery(query: Query): AskedOverview {
  const textOf = (key: string) => (typeof query[key] === 'string' ? query[key] : null)
  const oneOf = <Value extends string>(key: string, values: readonly Value[]) =>
    values.find((value) => value === query[key]) ?? null
  const year = textOf('year') ?? ''
  return {
    filter: {
      fiscalYear: /^\d{4}$/.test(year) ? Number(year) : null,
      unit: textOf('unit'),
      state: oneOf('state', auditStates),
      class: textOf('class'),
      severity: textOf('severity'),
      demand: oneOf('demand', demands),
      step: oneOf('step', progressSteps),
      age: oneOf('age', ageBands),
      isOverdue: query['overdue'] === '1',
    },
    rhythm: oneOf('by', flowRhythms) ?? 'quarter',
  }
}

/** Only what differs from the overview of everything. */
export function overviewQueryOf({ filter, rhythm }: AskedOverview): LocationQueryRaw {
  const { fiscalYear, isOverdue, ...texts } = filter
  return {
    ...(fiscalYear === null ? {} : { year: String(fiscalYear) }),
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== null)),
    ...(isOverdue ? { overdue: '1' } : {}),
    ...(rhythm === 'quarter' ? {} : { by: rhythm }),
  }
}
