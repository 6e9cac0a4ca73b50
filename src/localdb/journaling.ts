// Around a write that nobody may lose: where this page can save nothing more, what was to be written goes to the journal before the
// refusal is told. It still is a refusal: nothing in a journal counts as saved.
import type { Journal } from './Journal.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import { isLostCode, LocalDatabaseError } from './LocalDatabaseError.ts'
import type { EncodedRun } from '../domain/oplog/encodeOperation.ts'

/** Filled in by a recording before each of its transactions. */
export interface Attempt {
  run: EncodedRun | undefined
}

/** `add` is called without any wait where the page is already known to be lost: it may be unloading. */
export async function journaling<Value>(
  db: LocalDatabase,
  add: (journal: Journal) => void,
  write: () => Promise<Value>,
): Promise<Value> {
  const { journal, lost } = db
  if (lost.code !== undefined && journal !== undefined) {
    add(journal)
    throw new LocalDatabaseError(lost.code)
  }
  try {
    return await whileHere(db, write)
  } catch (error) {
    if (error instanceof LocalDatabaseError && isLostCode(error.code)) {
      if (journal !== undefined) add(journal)
      db.lose(error.code)
    }
    throw error
  }
}

/** A page that goes hears no more of its database: what it was writing then is refused at once. */
function whileHere<Value>({ underWay }: LocalDatabase, write: () => Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    underWay.add(reject)
    write()
      .finally(() => underWay.delete(reject))
      .then(resolve, reject)
  })
}
