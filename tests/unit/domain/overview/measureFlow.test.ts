import { expect, test } from 'vitest'
import { measureFlow, type FlowPeriod } from '../../../../src/domain/overview/measureFlow.ts'
import type { MeasureSummary } from '../../../../src/domain/audit/FindingSummary.ts'
import { day, month } from '../../../support/day.ts'

const measure = (about: Partial<MeasureSummary>): MeasureSummary => ({
  item: 1,
  class: 'planned',
  on: null,
  isVerified: false,
  verifiedOn: null,
  ...about,
})
const measures = [
  measure({ class: 'done', on: day('2024-04-02'), isVerified: true, verifiedOn: day('2024-08-01') }),
  measure({ class: 'done', on: day('2024-09-30') }),
  measure({ on: day('2024-09-30') }),
  measure({ on: month('2024-12') }),
  measure({ on: day('2030-01-01') }),
  measure({ class: 'considered' }),
]
const quarters = { rhythm: 'quarter', window: { before: 7, after: 1 }, today: day('2024-11-10') } as const
const counts = ({ first, planned, done, verified }: FlowPeriod) => [first, planned, done, verified]

test('[A26] each quarter tells what was to be done, is done and is verified by its end', () => {
  const flow = measureFlow(measures, quarters)
  expect(flow.periods.map(counts)).toEqual([
    ['2024-04', 1, 1, 0],
    ['2024-07', 3, 2, 1],
    ['2024-10', 4, 2, 1],
    ['2025-01', 4, 2, 1],
  ])
  expect(flow).toMatchObject({ later: 1, undated: 1, total: 6 })
  expect(flow.periods.map(({ position }) => position)).toEqual(['past', 'past', 'current', 'ahead'])
  expect(flow.periods.map(({ last, fiscalYear }) => [last, fiscalYear])).toEqual([
    ['2024-06', 2024],
    ['2024-09', 2024],
    ['2024-12', 2024],
    ['2025-03', 2024],
  ])
})

test('[A26] what lies before the first period shown is counted in it', () => {
  const flow = measureFlow(measures, { ...quarters, window: { before: 0, after: 0 } })
  expect(flow.periods.map(counts)).toEqual([['2024-10', 4, 2, 1]])
  expect(flow.later).toBe(1)
})

test('[A26] by month the year turns in January', () => {
  const flow = measureFlow(measures, { ...quarters, rhythm: 'month', window: { before: 2, after: 2 } })
  expect(flow.periods.map(counts)).toEqual([
    ['2024-09', 3, 2, 1],
    ['2024-10', 3, 2, 1],
    ['2024-11', 3, 2, 1],
    ['2024-12', 4, 2, 1],
    ['2025-01', 4, 2, 1],
  ])
})

test('[A26] a verification that a clock puts before the doing counts from the doing on', () => {
  const early = [measure({ class: 'done', on: day('2024-10-01'), isVerified: true, verifiedOn: day('2024-01-01') })]
  const flow = measureFlow(early, { ...quarters, window: { before: 7, after: 0 } })
  expect(flow.periods.map(counts)).toEqual([['2024-10', 1, 1, 1]])
})

test('[A26] without a dated measure there are no periods', () => {
  expect(measureFlow([measure({})], quarters)).toEqual({ periods: [], later: 0, undated: 1, total: 1 })
})
