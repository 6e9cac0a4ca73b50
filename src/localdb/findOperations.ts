// Tells whether this very operation is on the tablet: in its own row, in a page of the log, or under an identity that was given up.
import type { LocalDatabase } from './LocalDatabase.ts'
import { openSegments } from './readStreamLog.ts'
import { segmentsOf } from './segmentsOf.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'
import type { EncodedOperation } from '../domain/oplog/Operation.ts'

export type OperationFinder = (encoded: EncodedOperation) => boolean

/** Reads the whole stream: not for hot paths. What a base stands for cannot be found. */
export async function findOperations(db: LocalDatabase, stream: StreamId): Promise<OperationFinder> {
  const { dexie } = db
  const [own, segments, retired] = await withLocalDatabase(db, () =>
    Promise.all([
      dexie.operations.where('[stream+n]').between([stream, 0], [stream, Infinity]).toArray(),
      segmentsOf(db, stream),
      dexie.retired.filter((row) => row.stream === stream).toArray(),
    ]),
  )
  const opened = await openSegments(db, segments, [])
  const hashes = new Set([...own, ...retired].map(({ hash }) => hash))
  const headers = new Set(opened.flatMap(({ operations }) => operations.map(({ header }) => header)))
  return ({ header }) => headers.has(header) || hashes.has(db.sha256(header))
}
