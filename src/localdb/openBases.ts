// Opens the state that stands for the first versions of a stream.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { BaseRow } from './LocalRows.ts'
import type { Damage } from './readStreamLog.ts'
import { basePlace } from './rowPlaces.ts'
import { openJson } from './sealText.ts'
import type { KindTable } from '../domain/oplog/KindTable.ts'
import type { StreamState } from '../domain/oplog/StreamState.ts'
import { unpackState } from '../domain/oplog/unpackState.ts'

export interface BaseOpening {
  readonly kinds: KindTable
  /** Takes in what cannot be read. */
  readonly damaged: Damage[]
}

/**
 * The newest one that can be read. Two states cannot be made one, so a stream with a readable base is only ever fetched anew from its
 * whole log: then the base is the older generation's, and everything newer folds onto it.
 */
export async function openBases(
  db: LocalDatabase,
  rows: readonly BaseRow[],
  { kinds, damaged }: BaseOpening,
): Promise<StreamState | undefined> {
  for (const row of rows) {
    const state = await openBase(db, row, kinds)
    if (state !== undefined) return state
    damaged.push({ what: 'base', generation: row.generation, version: row.version })
  }
  return undefined
}

async function openBase(db: LocalDatabase, row: BaseRow, kinds: KindTable): Promise<StreamState | undefined> {
  const packed = await openJson(db, row.bytes, basePlace(row))
  return unpackState(packed, { kinds, isOfThisRelease: false })
}
