// Tells where a stream was moved unheard: a tab that is closing or frozen may commit a page when its hints no longer leave it.
// Readers are told once too often rather than not at all.
import { positionOf } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamPosition, StreamRow } from './LocalRows.ts'

type Seeing = Pick<LocalDatabase, 'seen'>

/** A reader of this tab stands there. What was seen before stays: others of this tab may stand further back. */
export function noteSeen({ seen }: Seeing, row: StreamRow): void {
  if (!seen.has(row.stream)) seen.set(row.stream, positionOf(row))
}

/** `rows`: all streams, of one moment. */
export function noticeMoved(db: LocalDatabase, rows: readonly StreamRow[]): void {
  for (const row of rows) {
    const before = db.seen.get(row.stream)
    db.seen.set(row.stream, positionOf(row))
    if (before === undefined || !isHeardOf(db, row, before)) db.announce({ stream: row.stream, source: 'pulled' })
  }
}

/** It stands where it stood, or where this tab has put it. */
function isHeardOf({ heads, ends }: LocalDatabase, row: StreamRow, before: StreamPosition): boolean {
  const written = ends.get(row.stream)?.row
  const isLogKnown = isSameLog(row, before) || (written !== undefined && isSameLog(row, written))
  return isLogKnown && (row.n === before.own || row.n === heads.get(row.stream)?.n)
}

type LogPlace = Omit<StreamPosition, 'own'>

function isSameLog(a: LogPlace, b: LogPlace): boolean {
  return a.generation === b.generation && a.cursor === b.cursor && a.refolds === b.refolds
}
