import { expect, test } from 'vitest'
import { viewRefusedFiles } from '../../../../src/app/composables/viewRefusedFiles.ts'
import type { KnownEvidence } from '../../../../src/localdb/listEvidence.ts'

function aRefusedFile(sha256: string, code: string): KnownEvidence {
  const kept = { size: 2_100_000, chunkSize: 1_048_576, mediaType: 'image/jpeg', heldSince: '2024-03-07T05:00:00Z' }
  return { sha256, code, status: 'refused', ...kept }
}

const words = {
  reasonOf: (code: string) => `because of ${code}`,
  formWord: (form: string) => `a ${form}`,
  momentOf: (at: string) => `at ${at}`,
}
const viewed = (...files: readonly KnownEvidence[]) => viewRefusedFiles(files, undefined, words)

test('refused files stand together by reason, each with its kind and size where its audit is not open', () => {
  const groups = viewed(
    aRefusedFile('one', 'unsupported-type'),
    aRefusedFile('two', 'too-many-pixels'),
    aRefusedFile('three', 'unsupported-type'),
  )
  expect(groups.map(({ reason, items }) => [reason, items.map(({ id }) => id)])).toEqual([
    ['because of unsupported-type', ['one', 'three']],
    ['because of too-many-pixels', ['two']],
  ])
  expect(groups[0]?.items[0]).toMatchObject({ title: 'a picture', detail: '2 MB  at 2024-03-07T05:00:00Z' })
})

test('what is damaged on this tablet is not offered to the server again: it would be refused for ever', () => {
  const [refused, damaged] = viewed(aRefusedFile('one', 'unsupported-type'), aRefusedFile('two', 'damaged'))
  expect(refused?.items[0]?.file).toBe('one')
  expect(damaged?.items[0]).not.toHaveProperty('file')
})
