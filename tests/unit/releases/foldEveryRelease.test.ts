import { describe, expect, test } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import { noPrevious } from '../../../src/domain/oplog/Sha256.ts'
import { newestVersionOf } from '../../../src/domain/oplog/readBody.ts'
import { unpackState } from '../../../src/domain/oplog/unpackState.ts'
import { foldedState } from '../../support/releases/foldedState.ts'
import { foldCorpus, operationsOf, readReleases, writeMissingRelease } from '../../support/releases/readReleases.ts'
import { writeEveryKind } from '../../support/releases/writeEveryKind.ts'
import { sha256ForTests } from '../../support/sha256ForTests.ts'
import { stateSnapshot } from '../../support/stateSnapshot.ts'

if (process.env['WRITE_RELEASE'] === '1') writeMissingRelease(packageJson.version)
const releases = readReleases()

describe.each(releases)('what release $release wrote', ({ operations, state, packed }) => {
  test('[M3] [M11] is still the same text, body by body', () => {
    expect(operationsOf(operations)).toHaveLength(operations.length)
  })

  test('[M2] is still an unbroken chain per tablet', () => {
    const heads = new Map<string, { n: number; hash: string }>()
    for (const [index, { device, n, prev }] of operationsOf(operations).entries()) {
      const head = heads.get(device) ?? { n: 0, hash: noPrevious }
      expect([n, prev]).toEqual([head.n + 1, head.hash])
      heads.set(device, { n, hash: sha256ForTests(operations[index]?.header ?? '') })
    }
  })

  test('[M9] [M13] can be read by this release, every body of it', () => {
    expect([...foldCorpus(operations).opaque.values()]).toEqual([])
  })

  test('[M6] folds to the state it folded to then', () => {
    expect(foldedState(foldCorpus(operations))).toEqual(state)
  })

  test('[M17] and packed then, unpacks to what its operations fold to now', () => {
    const unpacked = unpackState(packed, { kinds: auditKinds, isOfThisRelease: false })
    expect(unpacked && stateSnapshot(unpacked)).toEqual(stateSnapshot(foldCorpus(operations)))
  })
})

describe('this release', () => {
  test('has its corpus, byte for byte what its deciders write', () => {
    const own = releases.find(({ release }) => release === packageJson.version)
    expect(own?.operations).toEqual(writeEveryKind())
  })

  test.each(Object.keys(auditKinds))('writes %s into a corpus, in its newest version', (kind) => {
    const written = releases.flatMap(({ operations }) => operationsOf(operations)).filter((each) => each.kind === kind)
    expect(written.map(({ v }) => v)).toContain(newestVersionOf(auditKinds, kind))
  })
})
