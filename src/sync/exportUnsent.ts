// Everything that exists on this tablet alone, as one file: the way out when nothing else works. Reads only; nothing changes by it.
import { intoSignedRuns, takeFirst } from './fillBatches.ts'
import type { Signer } from './SyncPorts.ts'
import { listOwn } from '../localdb/listOwn.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { readDrafts } from '../localdb/readDrafts.ts'
import { readKeptPieces } from '../localdb/readKeptPieces.ts'
import { readRelays } from '../localdb/readRelays.ts'
import { readRun, type OwnOperation } from '../localdb/readRun.ts'
import type { EncodedOperation } from '../domain/oplog/Operation.ts'
import { must } from '../domain/must.ts'
import { mostOperationsPerBatch } from '../protocol/limits.ts'
import { unsentFileVersion, type UnsentDraft, type UnsentFile, type UnsentRun } from '../protocol/unsentFile.ts'

export interface ExportOrigin {
  readonly signer: Signer
  /** ISO instant, handed in. */
  readonly exportedAt: string
  readonly person: UnsentFile['person']
}

/** Escaping may double the texts, and a run goes to the server in one message. */
const mostRunBytes = 1024 * 1024

/** Acknowledged operations that still have a row are in it too: a server restored from an old backup may have lost them. */
export async function exportUnsent(db: LocalDatabase, origin: ExportOrigin): Promise<UnsentFile> {
  const { exportedAt, person } = origin
  return {
    format: 'genba-unsent',
    version: unsentFileVersion,
    exportedAt,
    person,
    runs: [...(await ownRuns(db, origin.signer)), ...(await relayedRuns(db))],
    drafts: await readableDrafts(db),
    damaged: await readKeptPieces(db),
  }
}

async function ownRuns(db: LocalDatabase, signer: Signer): Promise<UnsentRun[]> {
  const runs: UnsentRun[] = []
  for (const own of await listOwn(db)) {
    const { operations } = await readRun(db, own)
    for (const part of intoSignedRuns(operations).flatMap(intoBatches)) {
      const { encoded } = must(part.at(-1), 'an operation to sign')
      runs.push({
        stream: own.stream,
        device: signer.device,
        deviceKey: signer.deviceKey,
        signature: await signer.sign(encoded.header),
        ops: part.map((operation) => asPushed(operation.encoded)),
        ...(part[0]?.again === true && { again: true }),
      })
    }
  }
  return runs
}

/** Each of them fits one message to the server. */
function intoBatches(run: readonly OwnOperation[]): OwnOperation[][] {
  const batches: OwnOperation[][] = []
  for (let at = 0; at < run.length; at += batches.at(-1)?.length ?? run.length) {
    batches.push(takeFirst(run.slice(at, at + mostOperationsPerBatch), mostRunBytes))
  }
  return batches
}

/** Runs of other devices that this tablet is to hand over: their signatures stay as they came. */
async function relayedRuns(db: LocalDatabase): Promise<UnsentRun[]> {
  return (await readRelays(db)).map(({ stream, device, deviceKey, signature, operations, again }) => ({
    stream,
    device,
    deviceKey,
    signature,
    ops: operations.map(asPushed),
    ...(again && { again }),
  }))
}

function asPushed({ header, body, salt }: EncodedOperation): UnsentRun['ops'][number] {
  return { h: header, b: body, s: salt }
}

async function readableDrafts(db: LocalDatabase): Promise<UnsentDraft[]> {
  return (await readDrafts(db)).flatMap(({ key, content }) =>
    content === undefined ? [] : [{ ...key, ...content, seen: [...content.seen] }],
  )
}
