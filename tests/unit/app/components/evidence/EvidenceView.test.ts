import { expect, test } from 'vitest'
import { labelOf, viewEvidence } from '../../../../../src/app/components/evidence/EvidenceView.ts'
import { must } from '../../../../../src/domain/must.ts'
import { decideAttachEvidence, decideCaption, decideRemoveEvidence } from '../../../../../src/domain/audit/evidence.ts'
import { newEvidenceId } from '../../../../../src/domain/audit/entityIds.ts'
import type { EntityId } from '../../../../../src/domain/oplog/Dot.ts'
import { TestDevice } from '../../../../support/TestDevice.ts'

const id = newEvidenceId('one')
const photo = {
  supports: 'answer:common/A03' as EntityId,
  sha256: 'a'.repeat(43),
  size: 4_000_000,
  mediaType: 'image/jpeg',
  name: 'photo-20231024-143205.jpg',
  capturedAt: '2023-10-24T05:32:05.000Z',
}

function tabletWith(file: typeof photo): TestDevice {
  const tablet = new TestDevice('tanaka')
  tablet.write(decideAttachEvidence(id, file))
  return tablet
}

const viewOn = (tablet: TestDevice) => viewEvidence(must(tablet.audit.evidence.get(id), 'the evidence'))

test('a photo says when it was taken until somebody captions it', () => {
  const tablet = tabletWith(photo)
  expect(viewOn(tablet)).toMatchObject({ form: 'picture', takenAt: photo.capturedAt, caption: '' })
  expect(labelOf(must(viewOn(tablet), 'a view'))).toBe('')
  tablet.write(decideCaption(must(tablet.audit.evidence.get(id), 'the evidence'), '管理画面'))
  expect(labelOf(must(viewOn(tablet), 'a view'))).toBe('管理画面')
})

test('a file is called what it was called', () => {
  const tablet = tabletWith({ ...photo, mediaType: 'application/pdf', name: '管理表.pdf' })
  expect(viewOn(tablet)).toMatchObject({ form: 'document' })
  expect(labelOf(must(viewOn(tablet), 'a view'))).toBe('管理表.pdf')
})

test('what is removed has no view', () => {
  const tablet = tabletWith(photo)
  tablet.write(decideRemoveEvidence(must(tablet.document.entity(id), 'the entity')))
  expect(viewOn(tablet)).toBeUndefined()
})
