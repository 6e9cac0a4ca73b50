// Keeps what was pushed as part of the log at once, where nobody wrote in between: its texts then need not travel back [P19].
import type { FilledBatch } from './fillBatches.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { recordPushed, type PushedOperation } from '../localdb/recordPulled.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'
import type { PushResponse } from '../protocol/push.ts'

export interface AnsweredBatch extends FilledBatch {
  readonly signature: string
  readonly result: PushResponse['results'][number]
}

/** Returns the streams of which everything in the message is in the log and here, with how many operations. All others are as before. */
export async function keepPushed(
  db: LocalDatabase,
  batches: readonly AnsweredBatch[],
): Promise<ReadonlyMap<string, number>> {
  const ofStream = new Map<StreamId, AnsweredBatch[]>()
  for (const batch of batches) ofStream.set(batch.stream, [...(ofStream.get(batch.stream) ?? []), batch])
  const kept = new Map<string, number>()
  for (const [stream, answered] of ofStream) {
    const root = answered.at(-1)?.result.root
    // Where only a part went in, the rest has verdicts of its own.
    if (root === undefined || answered.some(({ result }) => result.root === undefined)) continue
    const operations = answered.flatMap(pushedOperations)
    if ((await recordPushed(db, stream, { operations, root })) === 'recorded') kept.set(stream, operations.length)
  }
  return kept
}

function pushedOperations({ operations, signature }: AnsweredBatch): PushedOperation[] {
  return operations.map(({ n, hash, encoded }, index) => {
    const isLast = index === operations.length - 1
    return { n, hash, kept: isLast ? { ...encoded, signature } : encoded }
  })
}
