// Records the state of a stream at a version in place of the log up to there: a first download.
import { emptyStreamRow } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamRow } from './LocalRows.ts'
import { basePlace } from './rowPlaces.ts'
import { sealPacked } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'
import { packedStateFormat } from '../domain/oplog/packState.ts'

export interface PulledBase {
  readonly stream: StreamId
  readonly version: number
  /** Chain root at that version: the next page continues from it [P4]. */
  readonly root: string
  /** A packed state, as it came. Its content is looked at when it is opened; one that then does not unpack is fetched anew. */
  readonly state: unknown
}

/** `unknown-format`: a later release's; pull the log instead. `out-of-place`: the stream has begun otherwise meanwhile. */
export type BaseOutcome = 'recorded' | 'unknown-format' | 'out-of-place'

export async function recordBase(db: LocalDatabase, pulled: PulledBase): Promise<BaseOutcome> {
  const { dexie } = db
  const { stream, version, root, state } = pulled
  if (!isKnownFormat(state)) return 'unknown-format'
  const { generation } = (await withLocalDatabase(db, () => dexie.streams.get(stream))) ?? emptyStreamRow(stream)
  const place = { stream, generation, version }
  const sealed = await sealPacked(db, JSON.stringify(state), basePlace(place))
  const isRecorded = await withLocalDatabase(db, () =>
    dexie.transaction('rw', dexie.bases, dexie.streams, async () => {
      const row = (await dexie.streams.get(stream)) ?? unseenStreamRow(stream)
      if (row.generation !== generation || !takesBase(row)) return false
      await Promise.all([
        dexie.bases.put({ ...place, ...sealed }),
        dexie.streams.put({ ...row, cursor: version, root, base: version, tailSize: 0 }),
      ])
      return true
    }),
  )
  if (!isRecorded) return 'out-of-place'
  db.announce({ stream, source: 'pulled' })
  return 'recorded'
}

export function takesBase({ cursor, isWholeWanted }: Pick<StreamRow, 'cursor' | 'isWholeWanted'>): boolean {
  return cursor === 0 && !isWholeWanted
}

/** A stream that this device has neither written nor pulled: a snapshot of it will do. */
export function unseenStreamRow(stream: StreamId): StreamRow {
  return { ...emptyStreamRow(stream), isWholeWanted: false }
}

function isKnownFormat(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'format' in state && state.format === packedStateFormat
}
