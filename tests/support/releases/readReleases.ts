// The golden corpora of all releases. The newest is this release's; `WRITE_RELEASE=1 npx vitest run tests/unit/releases` writes it where there is none yet.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { foldedState } from './foldedState.ts'
import { writeEveryKind } from './writeEveryKind.ts'
import { sha256ForTests } from '../sha256ForTests.ts'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import { foldOperations } from '../../../src/domain/oplog/foldOperations.ts'
import type { EncodedOperation, Operation } from '../../../src/domain/oplog/Operation.ts'
import { packState } from '../../../src/domain/oplog/packState.ts'
import { verifyOperation } from '../../../src/domain/oplog/parseOperation.ts'
import { emptyStreamState, type StreamState } from '../../../src/domain/oplog/StreamState.ts'

const folder = new URL('../../fixtures/releases/', import.meta.url)

export interface ReleaseCorpus {
  readonly release: string
  readonly operations: readonly EncodedOperation[]
  /** As `foldedState` of the release itself. */
  readonly state: unknown
  /** As `packState` of the release itself. */
  readonly packed: unknown
}

export function readReleases(): readonly ReleaseCorpus[] {
  return readdirSync(folder)
    .filter((release) => existsSync(new URL(`${release}/operations.json`, folder)))
    .map((release) => ({
      release,
      operations: readJson(`${release}/operations.json`) as readonly EncodedOperation[],
      state: readJson(`${release}/state.json`),
      packed: readJson(`${release}/packed.json`),
    }))
}

/** Never over an existing one: what a release has written stays as it was. */
export function writeMissingRelease(release: string): void {
  if (existsSync(new URL(`${release}/operations.json`, folder))) return
  mkdirSync(new URL(`${release}/`, folder), { recursive: true })
  const operations = writeEveryKind()
  const state = foldCorpus(operations)
  const write = (name: string, value: unknown) =>
    writeFileSync(new URL(`${release}/${name}.json`, folder), `${JSON.stringify(value, null, 1)}\n`)
  write('operations', operations)
  write('state', foldedState(state))
  writeFileSync(new URL(`${release}/packed.json`, folder), `${JSON.stringify(packState(state))}\n`)
}

/** Verified operations: each text is the one that its header was made for. */
export function operationsOf(operations: readonly EncodedOperation[]): readonly Operation[] {
  return operations.map((encoded) => {
    const verified = verifyOperation(encoded, sha256ForTests)
    if (!verified.ok) throw new Error(`${verified.error}: ${encoded.header}`)
    return verified.value
  })
}

export function foldCorpus(operations: readonly EncodedOperation[]): StreamState {
  const state = emptyStreamState()
  foldOperations(state, operationsOf(operations), auditKinds)
  return state
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8'))
}
