// Chooses what the next push carries: runs of neighbours, within the limits of one batch and of one message.
import type { Signer } from './SyncPorts.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import type { OwnRun } from '../localdb/listUnsent.ts'
import type { Outlook } from '../localdb/readOutlook.ts'
import { readRun, type OwnOperation } from '../localdb/readRun.ts'
import { isOrderSensitive } from '../domain/audit/isOrderSensitive.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'
import { must } from '../domain/must.ts'
import { mostOperationsPerBatch } from '../protocol/limits.ts'
import type { PushBatch } from '../protocol/push.ts'

/** What one push may carry. Halved when the server or the line finds it too much [P6]. */
export interface PushLimits {
  readonly operations: number
  readonly bytes: number
}

/** A quarter of the message limit: escaping may double the texts, and a slow line must get through before the timeout. */
export const widestLimits: PushLimits = { operations: 2_000, bytes: 2 * 1024 * 1024 }

const mostBatches = 50

export interface FilledBatch {
  readonly stream: StreamId
  readonly operations: readonly OwnOperation[]
}

export interface Filling {
  readonly batches: readonly FilledBatch[]
  /** Rows that cannot be read any more. */
  readonly damaged: readonly { readonly stream: StreamId; readonly n: number }[]
}

/** At least one operation where any can be read, so that a narrow limit never stops everything. `few`: runs that were opened before. */
export async function fillBatches(
  db: LocalDatabase,
  { unsent, few }: Pick<Outlook, 'unsent' | 'few'>,
  limits: PushLimits,
): Promise<Filling> {
  const batches: FilledBatch[] = []
  const damaged: { stream: StreamId; n: number }[] = []
  let left = limits
  const isFull = () => batches.length >= mostBatches || left.operations <= 0 || left.bytes <= 0
  for (const part of unsent.flatMap(intoParts)) {
    if (isFull()) break
    const to = Math.min(part.to, part.from + left.operations - 1)
    const read = (to === part.to ? few.get(part) : undefined) ?? (await readRun(db, { ...part, to }))
    damaged.push(...read.missing.map((n) => ({ stream: part.stream, n })))
    for (const run of intoSignedRuns(read.operations)) {
      if (isFull()) return { batches, damaged }
      const operations = takeFirst(run, left.bytes)
      batches.push({ stream: part.stream, operations })
      const bytes = operations.reduce((sum, { size }) => sum + size, 0)
      left = { operations: left.operations - operations.length, bytes: left.bytes - bytes }
      // What was left out here must go before anything that follows it.
      if (operations.length < run.length) return { batches, damaged }
    }
  }
  return { batches, damaged }
}

function intoParts(run: OwnRun): readonly OwnRun[] {
  const { stream, from, to } = run
  if (to - from < mostOperationsPerBatch) return [run]
  const parts: OwnRun[] = []
  for (let at = from; at <= to; at += mostOperationsPerBatch) {
    parts.push({ stream, from: at, to: Math.min(to, at + mostOperationsPerBatch - 1) })
  }
  return parts
}

/** Neighbours that one signature may stand for: an order-sensitive act goes alone [P14], and so does what was in a log before [P13]. */
export function intoSignedRuns(operations: readonly OwnOperation[]): OwnOperation[][] {
  const runs: OwnOperation[][] = []
  let previous: OwnOperation | undefined
  for (const operation of operations) {
    const follows = previous?.n === operation.n - 1 && previous.again === operation.again
    if (!follows || isAct(operation) || (previous !== undefined && isAct(previous))) runs.push([])
    runs.at(-1)?.push(operation)
    previous = operation
  }
  return runs
}

/** In a header of our own the kind comes before every text that a person may have entered. */
const kindPattern = /"kind":"([a-z-]+)"/

function isAct({ encoded }: OwnOperation): boolean {
  return isOrderSensitive(kindPattern.exec(encoded.header)?.[1] ?? '')
}

/** Those that fit, and the very first in any case. */
export function takeFirst(run: readonly OwnOperation[], mostBytes: number): OwnOperation[] {
  const taken: OwnOperation[] = []
  let bytes = 0
  for (const operation of run) {
    bytes += operation.size
    if (taken.length > 0 && bytes > mostBytes) break
    taken.push(operation)
  }
  return taken
}

/** The batch as it travels, signed over the header of its last operation [P8]. */
export async function signBatch(signer: Signer, { stream, operations }: FilledBatch): Promise<PushBatch> {
  const { header } = must(operations.at(-1), 'an operation to sign').encoded
  const ops = operations.map(({ encoded }) => ({ h: encoded.header, b: encoded.body, s: encoded.salt }))
  const again = operations[0]?.again === true ? { again: true } : {}
  return { stream, ops, signature: await signer.sign(header), ...again }
}
