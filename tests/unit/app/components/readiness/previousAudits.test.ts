import { expect, test } from 'vitest'
import { previousAudits } from '../../../../../src/app/components/readiness/previousAudits.ts'

const listed = [
  { stream: 'audit-now', summary: { unit: '健康局 保健所', findings: [1] } },
  { stream: 'audit-before', summary: { unit: '健康局　保健所', findings: [1, 2] } },
  { stream: 'audit-elsewhere', summary: { unit: '市民局', findings: [1] } },
]

test('the other audits of a unit count, however its spaces were typed', () => {
  expect(previousAudits(listed, { stream: 'audit-now', unit: '健康局 保健所' })).toEqual({
    hasUnit: true,
    audits: 1,
    findings: 2,
  })
})

test('without a unit nothing is called an earlier audit', () => {
  expect(previousAudits(listed, { stream: 'audit-now', unit: ' ' })).toEqual({ hasUnit: false, audits: 0, findings: 0 })
})
