// Keeps what was pushed as part of the log at once, where nobody wrote in between: its texts then need not travel back [P19].
import type { FilledBatch } from './fillBatches.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { noteAcked } from '../localdb/noteAcked.ts'
import { expectPushed, recordPushed, type ExpectedPush, type PushedOperation } from '../localdb/recordPulled.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'
import type { PushResponse } from '../protocol/push.ts'

export interface SentBatch extends FilledBatch {
  readonly signature: string
}

export interface AnsweredBatch extends SentBatch {
  readonly result: PushResponse['results'][number]
}

/** By stream. */
export type ExpectedPushes = ReadonlyMap<StreamId, ExpectedPush>

/** What will be to keep if nobody writes in between, worked out while the answer is on its way. */
export async function expectKept(db: LocalDatabase, batches: readonly SentBatch[]): Promise<ExpectedPushes> {
  const expected = new Map<StreamId, ExpectedPush>()
  for (const [stream, sent] of byStream(batches))
    expected.set(stream, await expectPushed(db, stream, sent.flatMap(pushedOperations)))
  return expected
}

/** One alone is put in order as quickly as it is noted; a thousand take longer than a person should wait for the word that they are sent. */
const several = 2

/** Notes what the server has taken into its log, where it is several. The same is written down once more with everything else it says. */
export async function noteSeveral(db: LocalDatabase, batches: readonly AnsweredBatch[]): Promise<boolean> {
  if (batches.reduce((sum, { operations }) => sum + operations.length, 0) < several) return false
  const runs = batches.flatMap(({ stream, operations, result }) => {
    const [first, last] = [operations[0], operations.at(-1)]
    return result.root === undefined || !first || !last ? [] : [{ stream, from: first.n, to: last.n }]
  })
  if (runs.length > 0) await noteAcked(db, runs)
  return runs.length > 0
}

/** Returns the streams of which everything in the message is in the log and here, with how many operations. All others are as before. */
export async function keepPushed(
  db: LocalDatabase,
  batches: readonly AnsweredBatch[],
  expected: ExpectedPushes,
): Promise<ReadonlyMap<string, number>> {
  const kept = new Map<string, number>()
  for (const [stream, answered] of byStream(batches)) {
    const root = answered.at(-1)?.result.root
    // Where only a part went in, the rest has verdicts of its own.
    if (root === undefined || answered.some(({ result }) => result.root === undefined)) continue
    const operations = answered.flatMap(pushedOperations)
    const outcome = await recordPushed(db, stream, { operations, root, expected: expected.get(stream) })
    if (outcome === 'recorded') kept.set(stream, operations.length)
  }
  return kept
}

function byStream<Batch extends FilledBatch>(batches: readonly Batch[]): Map<StreamId, Batch[]> {
  const streams = new Map<StreamId, Batch[]>()
  for (const batch of batches) streams.set(batch.stream, [...(streams.get(batch.stream) ?? []), batch])
  return streams
}

function pushedOperations({ operations, signature }: SentBatch): PushedOperation[] {
  return operations.map(({ n, hash, encoded }, index) => {
    const isLast = index === operations.length - 1
    return { n, hash, kept: isLast ? { ...encoded, signature } : encoded }
  })
}
