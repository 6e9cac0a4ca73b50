// One after another per stream within this tab. Between tabs the transaction's own check of the head decides.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

export async function inTurn<Value>(db: LocalDatabase, stream: StreamId, work: () => Promise<Value>): Promise<Value> {
  const before = db.turns.get(stream)
  // A failed recording was reported to its own caller and must not stop the next one.
  const turn = before === undefined ? work() : before.then(work, work)
  db.turns.set(stream, turn)
  try {
    return await turn
  } finally {
    if (db.turns.get(stream) === turn) db.turns.delete(stream)
  }
}
