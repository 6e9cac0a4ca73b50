import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileOf, presentEvidence } from '../../../../src/domain/audit/evidence.ts'
import { must } from '../../../../src/domain/must.ts'
import { keepDemoFiles } from '../../../../src/server/demo/keepDemoFiles.ts'
import { openEvidenceStore } from '../../../../src/server/evidence/openEvidenceStore.ts'
import { finishedAudit } from '../../../../src/server/demo/finishedAudit.ts'
import { halfDoneAudit } from '../../../../src/server/demo/halfDoneAudit.ts'
import { recordAudit } from '../../../../src/server/demo/recordAudit.ts'
import { pinnedTemplates } from '../../../../src/domain/audit/pinnedTemplates.ts'
import { progressOf } from '../../../../src/domain/audit/progressOf.ts'

test('the finished sample has all 47 questions answered and three findings with their measures', () => {
  const { audit } = recordAudit(finishedAudit)
  expect(progressOf(audit, pinnedTemplates(audit))).toMatchObject({ total: 47, answered: 47 })
  expect(audit.findings.size).toBe(3)
  expect(audit.measures.size).toBe(9)
})

test('the findings of the finished sample hold no blank that nobody filled in', () => {
  const { audit } = recordAudit(finishedAudit)
  const conditions = [...audit.findings.values()].map(({ parts }) => parts.conditions.values[0]?.content.body.text)
  expect(conditions.join('\n')).not.toContain('○○')
  expect(conditions[1]).toContain('５本のうち４本')
})

test('the half-done sample is in the middle of its fieldwork', () => {
  const { audit } = recordAudit(halfDoneAudit('2026-11-23'))
  const { answered, unanswered } = progressOf(audit, pinnedTemplates(audit))
  expect(answered).toBeGreaterThan(3)
  expect(unanswered).toBeGreaterThan(30)
})

test('the half-done sample has a photo, and every file that it mentions is there', async () => {
  const { audit, files } = recordAudit(halfDoneAudit('2026-11-23'))
  const [photo] = presentEvidence(audit)
  const file = photo && fileOf(photo)
  const bytes = must(files.get(file?.sha256 ?? ''), 'the bytes of the photo')
  expect([bytes.length, createHash('sha256').update(bytes).digest('base64url')]).toEqual([file?.size, file?.sha256])
  const folder = await mkdtemp(join(tmpdir(), 'genba-demo-'))
  await keepDemoFiles({ folder, s3: undefined }, files)
  expect(await openEvidenceStore({ folder, s3: undefined }).find(file?.sha256 ?? '')).toEqual({ size: bytes.length })
  await rm(folder, { recursive: true })
})
