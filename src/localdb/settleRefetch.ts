// Ends a refetch: the older generations go once the newest holds every operation of theirs that can still be read.
import type { LocalDatabase } from './LocalDatabase.ts'
import { openSegments, type OpenedSegment } from './readStreamLog.ts'
import { segmentsOf } from './segmentsOf.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import { formatDot, type Dot, type StreamId } from '../domain/oplog/Dot.ts'
import { parseHeader } from '../domain/oplog/parseOperation.ts'

/** Returns the operations that only older pages hold: the server's log lacks them, so these pages stay. Empty: one generation is left. */
export async function settleRefetch(db: LocalDatabase, stream: StreamId): Promise<Dot[]> {
  const { dexie } = db
  const row = await withLocalDatabase(db, () => dexie.streams.get(stream))
  if (row === undefined || row.oldest === row.generation) return []
  const opened = await openSegments(db, await withLocalDatabase(db, () => segmentsOf(db, stream)), [])
  const held = dotsOf(opened.filter(({ generation }) => generation === row.generation))
  const older = dotsOf(opened.filter(({ generation }) => generation < row.generation))
  const lacking = [...older].filter((dot) => !held.has(dot))
  if (lacking.length > 0) return lacking
  await withLocalDatabase(db, () =>
    dexie.transaction('rw', dexie.segments, dexie.streams, async () => {
      const now = await dexie.streams.get(stream)
      if (now === undefined) return
      const key = '[stream+generation+to]'
      await Promise.all([
        dexie.segments.where(key).between([stream, 0, 0], [stream, row.generation, 0]).delete(),
        dexie.streams.put({ ...now, oldest: row.generation }),
      ])
    }),
  )
  return []
}

function dotsOf(segments: readonly OpenedSegment[]): Set<Dot> {
  return new Set(segments.flatMap(({ operations }) => operations.flatMap(({ header }) => dotOf(header) ?? [])))
}

function dotOf(text: string): Dot | undefined {
  const header = parseHeader(text)
  return header.ok ? formatDot(header.value.device, header.value.n) : undefined
}
