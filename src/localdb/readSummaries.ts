// The summaries of all streams for the home screen, and which of them are out of date.
import { positionOf } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamPosition, StreamRow } from './LocalRows.ts'
import { noteSeen } from './noticeMoved.ts'
import { summaryPlace } from './rowPlaces.ts'
import { openJson } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

export interface ReadSummary {
  readonly stream: StreamId
  /** As it was saved; undefined where there is none or another release made it. To be parsed by the caller. */
  readonly summary: unknown
  /** False: operations came since, so open the stream and save a new one. */
  readonly isCurrent: boolean
}

export async function readSummaries(db: LocalDatabase): Promise<ReadSummary[]> {
  const rows = await withLocalDatabase(db, () => db.dexie.streams.toArray())
  for (const row of rows) noteSeen(db, row)
  return Promise.all(rows.map((row) => openSummary(db, row)))
}

async function openSummary(db: LocalDatabase, row: StreamRow): Promise<ReadSummary> {
  const { stream } = row
  const content = row.summary && (await openJson(db, row.summary, summaryPlace(stream)))
  const isOurs = isRecord(content) && content['release'] === db.release
  const isCurrent = isOurs && row.summaryAt !== null && isSamePosition(row.summaryAt, positionOf(row))
  return { stream, summary: isOurs ? content['summary'] : undefined, isCurrent }
}

function isSamePosition(a: StreamPosition, b: StreamPosition): boolean {
  return a.generation === b.generation && a.cursor === b.cursor && a.own === b.own && a.refolds === b.refolds
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
