// Folds the backed-up beginning of an audit's log into a base and lets its pages go. Own operations that wait are never touched,
// and the pages can be fetched again (`fetchWholeLog`).
import type { LocalDatabase } from './LocalDatabase.ts'
import type { SegmentRow, StreamRow } from './LocalRows.ts'
import { openBases } from './openBases.ts'
import { basesOf, openSegments, parseShared, type Damage, type OpenedSegment } from './readStreamLog.ts'
import { basePlace } from './rowPlaces.ts'
import { sealPacked } from './sealText.ts'
import { segmentsOf } from './segmentsOf.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'
import { foldOperations } from '../domain/oplog/foldOperations.ts'
import type { KindTable } from '../domain/oplog/KindTable.ts'
import { packState } from '../domain/oplog/packState.ts'
import { emptyStreamState, type StreamState } from '../domain/oplog/StreamState.ts'

/** Does nothing where a page is damaged, or a refetch is going on. Returns how many operations are held as state alone now. */
export async function dropBackedUp(db: LocalDatabase, stream: StreamId, kinds: KindTable): Promise<number> {
  const { dexie } = db
  const [row, segments, bases] = await withLocalDatabase(db, () =>
    dexie.transaction('r', dexie.streams, dexie.segments, dexie.bases, () =>
      Promise.all([dexie.streams.get(stream), segmentsOf(db, stream), basesOf(dexie, stream)]),
    ),
  )
  if (row === undefined || row.oldest !== row.generation) return 0
  const going = segments.filter(({ to }) => to <= Math.min(row.cursor, row.backedUp))
  const version = going.at(-1)?.to
  if (version === undefined) return 0
  const damaged: Damage[] = []
  const start = await openBases(db, bases, { kinds, damaged })
  const pages = await openSegments(db, going, damaged)
  const state = damaged.length === 0 ? foldPages(start, pages, kinds) : undefined
  if (state === undefined) return 0
  const place = { stream, generation: row.generation, version }
  const sealed = await sealPacked(db, JSON.stringify(packState(state)), basePlace(place))
  return (await replace(db, row, { ...place, ...sealed })) ? version - row.base : 0
}

/** Undefined where the pages hold something back that the base had folded in: only the whole log tells then what it amounts to. */
function foldPages(
  start: StreamState | undefined,
  pages: readonly OpenedSegment[],
  kinds: KindTable,
): StreamState | undefined {
  const state = start ?? emptyStreamState()
  const operations = pages.flatMap((page) => page.operations.flatMap((encoded) => parseShared(encoded) ?? []))
  return foldOperations(state, operations, kinds).needsRefold ? undefined : state
}

type NewBase = Pick<SegmentRow, 'stream' | 'generation' | 'size' | 'bytes'> & { readonly version: number }

function replace(db: LocalDatabase, seen: StreamRow, base: NewBase): Promise<boolean> {
  const { dexie } = db
  const { stream, generation, version } = base
  return withLocalDatabase(db, () =>
    dexie.transaction('rw', dexie.segments, dexie.bases, dexie.streams, async () => {
      const row = await dexie.streams.get(stream)
      if (row === undefined || row.generation !== seen.generation || row.base !== seen.base) return false
      // A tail that goes can take nothing in any more.
      const tailSize = row.cursor === version ? 0 : row.tailSize
      await Promise.all([
        dexie.bases.put(base),
        dexie.segments
          .where('[stream+generation+to]')
          .between([stream, generation, 0], [stream, generation, version], true, true)
          .delete(),
        dexie.streams.put({ ...row, base: version, tailSize }),
      ])
      return true
    }),
  )
}
