import { expect, test } from 'vitest'
import { buildOverview, type OverviewLook } from '../../../../src/domain/overview/buildOverview.ts'
import { wholeOverview, type OverviewFilter } from '../../../../src/domain/overview/OverviewFilter.ts'
import type { Tally } from '../../../../src/domain/overview/tallyFindings.ts'
import { aSummarisedAudit } from '../../../support/aSummarisedAudit.ts'
import { day, month } from '../../../support/day.ts'

const look: OverviewLook = {
  filter: wholeOverview,
  rhythm: 'quarter',
  window: { before: 7, after: 4 },
  today: day('2024-11-10'),
  classes: ['finding', 'opinion'],
  severities: ['high', 'low'],
}

const health = aSummarisedAudit('a', {
  unit: '健康局',
  state: 'reported',
  fiscalYear: 2023,
  visitOn: day('2023-10-24'),
  findings: [
    { stage: 'planned', raisedOn: day('2023-10-25'), dueOn: month('2024-10'), severity: 'high', demand: 'rectify' },
    { stage: 'done', raisedOn: day('2024-08-12') },
    { stage: 'verified', raisedOn: day('2023-10-25'), class: 'opinion' },
  ],
  measures: [
    { item: 1, class: 'planned', on: month('2024-10') },
    { item: 2, class: 'done', on: day('2024-09-30') },
    { item: 3, class: 'done', on: day('2024-02-01'), isVerified: true, verifiedOn: day('2024-04-03') },
  ],
})
const citizens = aSummarisedAudit('b', {
  unit: '市民局',
  state: 'drafting',
  fiscalYear: 2024,
  visitOn: day('2024-10-01'),
  findings: [
    { stage: 'draft', raisedOn: day('2024-11-01') },
    { stage: 'final', raisedOn: null },
  ],
})
const schools = aSummarisedAudit('c', { unit: '教育委員会', state: 'preparing', fiscalYear: 2024 })
const audits = [health, citizens, schools]

const filtered = (filter: Partial<OverviewFilter>) =>
  buildOverview(audits, { ...look, filter: { ...wholeOverview, ...filter } })
const brief = ({ key, steps, overdue }: Tally) =>
  [key, steps['with-unit'], steps['to-verify'], steps.drafting, steps.settled, overdue] as const

test('[A25] findings are counted by unit, the most open ones first, and by whose turn it is', () => {
  const { all, byUnit } = buildOverview(audits, look)
  expect(byUnit.map(brief)).toEqual([
    ['健康局', 1, 1, 0, 1, 1],
    ['市民局', 0, 0, 2, 0, 0],
  ])
  expect(all).toMatchObject({ total: 5, open: 4, overdue: 1 })
})

test("[A25] classes and severities stand in the organisation's order, with those that nothing has", () => {
  const { byClass, bySeverity } = buildOverview(audits, look)
  expect(byClass.map(({ key, total }) => [key, total])).toEqual([
    ['finding', 4],
    ['opinion', 1],
  ])
  expect(bySeverity.map(({ key, total }) => [key, total])).toEqual([
    ['high', 1],
    ['low', 0],
    ['', 4],
  ])
})

test('[A25] open findings age from the day they were raised, up to and including the last day of a band', () => {
  const ages = (today: string) =>
    buildOverview(audits, { ...look, today: day(today) })
      .byAge.filter(({ total }) => total > 0)
      .map(({ key, total }) => [key, total])
  expect(ages('2024-11-10')).toEqual([
    ['30', 1],
    ['90', 1],
    ['older', 1],
    ['unknown', 1],
  ])
  expect(ages('2024-10-24').find(([key]) => key === '365')).toEqual(['365', 1])
  expect(ages('2024-10-25').find(([key]) => key === 'older')).toEqual(['older', 1])
})

test('[A25] audits are counted by state; asked for findings, only those that have one', () => {
  const counts = (filter: Partial<OverviewFilter>) =>
    filtered(filter)
      .byState.filter((each) => each.audits > 0)
      .map((each) => [each.state, each.audits, each.findings])
  expect(counts({})).toEqual([
    ['preparing', 1, 0],
    ['drafting', 1, 2],
    ['reported', 1, 3],
  ])
  expect(counts({ fiscalYear: 2024 })).toEqual([
    ['preparing', 1, 0],
    ['drafting', 1, 2],
  ])
  expect(counts({ step: 'settled' })).toEqual([['reported', 1, 1]])
})

test('[A25] each filter leaves what fits it, and all of them together what fits all', () => {
  const subjects = (filter: Partial<OverviewFilter>) =>
    filtered(filter).findings.map(({ audit, item }) => `${audit.summary.unit}${String(item)}`)
  expect(subjects({})).toEqual(['健康局1', '市民局2', '健康局2', '市民局1', '健康局3'])
  expect(subjects({ unit: '市民局' })).toEqual(['市民局2', '市民局1'])
  expect(subjects({ class: 'opinion' })).toEqual(['健康局3'])
  expect(subjects({ severity: 'high' })).toEqual(['健康局1'])
  expect(subjects({ severity: '' })).toHaveLength(4)
  expect(subjects({ demand: 'rectify' })).toEqual(['健康局1'])
  expect(subjects({ step: 'to-verify' })).toEqual(['健康局2'])
  expect(subjects({ age: 'unknown' })).toEqual(['市民局2'])
  expect(subjects({ isOverdue: true })).toEqual(['健康局1'])
  expect(subjects({ unit: '市民局', step: 'to-verify' })).toEqual([])
})

test('[A25] the measures are those of the findings that fit', () => {
  expect(filtered({}).measures).toEqual({ planned: 1, done: 2, verified: 1, overdue: 1 })
  expect(filtered({ step: 'to-verify' }).measures).toEqual({ planned: 0, done: 1, verified: 0, overdue: 0 })
})

test('[A25] the latest visits stand first in the list of audits', () => {
  expect(filtered({}).audits.map(({ stream }) => stream)).toEqual(['audit-b', 'audit-a', 'audit-c'])
})
