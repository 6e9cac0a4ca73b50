import { expect, test } from 'vitest'
import type { AuditDraft } from '../../../../src/domain/audit/auditKinds.ts'
import { decideRestore } from '../../../../src/domain/audit/decideRestore.ts'
import { decideUndo, rememberEarlier } from '../../../../src/domain/audit/decideUndo.ts'
import { answerEntity, newEvidenceId, newMeasureId } from '../../../../src/domain/audit/entityIds.ts'
import {
  captionOf,
  copiesOf,
  decideAttachEvidence,
  decideCaption,
  decideDeriveEvidence,
  decideRemoveEvidence,
  evidenceOf,
  originalOf,
} from '../../../../src/domain/audit/evidence.ts'
import { isSealedKind } from '../../../../src/domain/audit/signOff.ts'
import { must } from '../../../../src/domain/must.ts'
import { anAudit, refOf, valueOf } from '../../../support/anAudit.ts'
import { sha256ForTests } from '../../../support/sha256ForTests.ts'
import type { TestDevice } from '../../../support/TestDevice.ts'

const supports = answerEntity(refOf('A02'))
const aFile = (name: string, capturedAt: string | null = null) => ({
  ...{ supports, sha256: sha256ForTests(name), size: 1_000, mediaType: 'image/jpeg', name, capturedAt },
})
const [photo, copy] = [newEvidenceId('photo'), newEvidenceId('copy')]
const names = (device: TestDevice) => evidenceOf(device.audit, supports).map(({ id }) => id)
const evidence = (device: TestDevice, id = photo) => must(device.audit.evidence.get(id), id)

function undoable(device: TestDevice, drafts: readonly AuditDraft[]) {
  const earlier = must(rememberEarlier(device.document.state, drafts), 'a change that can be undone')
  const recorded = device.write(drafts)
  return () => device.write(valueOf(decideUndo(device.document.state, recorded, earlier)))
}

test('stands with what it supports, in the order of being taken', () => {
  const tanaka = anAudit()
  tanaka.write(decideAttachEvidence(newEvidenceId('b'), aFile('later.jpg', '2023-10-24T02:00:00Z')))
  tanaka.write(decideAttachEvidence(newEvidenceId('a'), aFile('earlier.jpg', '2023-10-24T01:00:00Z')))
  tanaka.write(
    decideAttachEvidence(newEvidenceId('c'), { ...aFile('other.jpg'), supports: answerEntity(refOf('A03')) }),
  )
  expect(names(tanaka)).toEqual(['evidence:a', 'evidence:b'])
})

test('[A7] a marked-up copy names its original, supports the same and begins with its caption', () => {
  const tanaka = anAudit()
  tanaka.write(decideAttachEvidence(photo, aFile('photo.jpg'), '画面'))
  tanaka.write(valueOf(decideDeriveEvidence(tanaka.audit, photo, { id: copy, file: aFile('copy.png') })))
  expect(names(tanaka)).toEqual([copy, photo])
  expect(originalOf(evidence(tanaka, copy))).toBe(photo)
  expect(captionOf(evidence(tanaka, copy))).toBe('画面')
  expect(copiesOf(tanaka.audit, photo).map(({ id }) => id)).toEqual([copy])
  const ofNothing = decideDeriveEvidence(tanaka.audit, newEvidenceId('x'), { id: copy, file: aFile('copy.png') })
  expect(ofNothing).toEqual({ ok: false, error: 'original-missing' })
})

test('attaching and copying are taken back whole, a caption alone', () => {
  const tanaka = anAudit()
  const undoAttach = undoable(tanaka, decideAttachEvidence(photo, aFile('photo.jpg'), '画面'))
  undoable(tanaka, valueOf(decideDeriveEvidence(tanaka.audit, photo, { id: copy, file: aFile('copy.png') })))()
  expect(names(tanaka)).toEqual([photo])
  expect(evidence(tanaka, copy).existence).toBe('removed')
  undoAttach()
  expect(names(tanaka)).toEqual([])
})

test('[A7] removed, it leaves the list, and is brought back with its caption by undo and from the history', () => {
  const tanaka = anAudit()
  tanaka.write(decideAttachEvidence(photo, aFile('photo.jpg')))
  tanaka.write(decideCaption(evidence(tanaka), '画面'))
  const remove = () => decideRemoveEvidence(must(tanaka.document.entity(photo), 'the photo'))
  const undo = undoable(tanaka, remove())
  expect(names(tanaka)).toEqual([])
  undo()
  expect([names(tanaka), captionOf(evidence(tanaka))]).toEqual([[photo], '画面'])
  tanaka.write(remove())
  tanaka.write(decideRestore(must(tanaka.document.entity(photo), 'the photo'), tanaka.written))
  expect([names(tanaka), captionOf(evidence(tanaka))]).toEqual([[photo], '画面'])
})

test('what supports a measure goes on after a sign-off: attached, captioned, copied and removed by kinds that it does not cover', () => {
  const tanaka = anAudit()
  const measure = newMeasureId('1')
  const written: AuditDraft[] = []
  const write = (drafts: readonly AuditDraft[]) => {
    written.push(...drafts)
    tanaka.write(drafts)
  }
  write(decideAttachEvidence(photo, { ...aFile('photo.jpg'), supports: measure }))
  write(decideCaption(evidence(tanaka), '更新後の管理表'))
  write(valueOf(decideDeriveEvidence(tanaka.audit, photo, { id: copy, file: aFile('copy.png') })))
  expect(evidenceOf(tanaka.audit, measure).map(captionOf)).toEqual(['更新後の管理表', '更新後の管理表'])
  write(decideRemoveEvidence(must(tanaka.document.state.entities.get(photo), 'the photo')))
  expect(evidenceOf(tanaka.audit, measure).map(({ id }) => id)).toEqual([copy])
  expect(written.filter(({ kind }) => isSealedKind(kind))).toEqual([])
})
