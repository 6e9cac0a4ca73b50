// Takes in what an earlier page could not save. By dot and hash: what is there already is passed over, what still fits behind the chain
// is kept as it was written, and the rest is recorded once more at the end of the chain. One strict transaction; only after it the
// journal may be removed, and taking it in once more changes nothing.
import { checkIdentity } from './checkIdentity.ts'
import { emptyStreamRow } from './emptyStreamRow.ts'
import { findOperations } from './findOperations.ts'
import type { JournalContent, JournalDraft } from './Journal.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import { LocalDatabaseError } from './LocalDatabaseError.ts'
import type { DraftKey, DraftRow, OperationRow, StreamRow } from './LocalRows.ts'
import { packOperations } from './packOperations.ts'
import { readDrafts } from './readDrafts.ts'
import { draftPlace, operationPlace, vaultPlace } from './rowPlaces.ts'
import { sealJson, sealText } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import { readVault } from './readVault.ts'
import { splitDot, type DeviceId, type Dot, type StreamId } from '../domain/oplog/Dot.ts'
import type { ChainHead } from '../domain/oplog/encodeOperation.ts'
import type { EncodedOperation } from '../domain/oplog/Operation.ts'
import { parseHeader } from '../domain/oplog/parseOperation.ts'
import { reissueOperations } from '../domain/oplog/reissueOperations.ts'
import { integer, shape, text } from '../domain/parse/Parser.ts'

export interface Replay {
  readonly content: JournalContent
  /** This tablet, which may have become another device since. */
  readonly device: DeviceId
}

export interface Replayed {
  /** How many operations were not in the database yet. */
  readonly operations: number
  readonly drafts: number
}

const mostTries = 20

/** How far a journal was taken in. Kept for ever: the page that wrote it may still be open and write more. */
const parseMark = shape({ entries: integer(0), drafts: text() })

export async function replayJournal(db: LocalDatabase, replay: Replay): Promise<Replayed> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const change = await prepare(db, replay)
    if (await commit(db, change)) {
      for (const { after } of change.streams) {
        db.heads.delete(after.stream)
        db.announce({ stream: after.stream, source: 'pulled' })
      }
      const operations = change.streams.reduce((sum, { rows }) => sum + rows.length, 0)
      return { operations, drafts: change.drafts.length }
    }
  }
  throw new LocalDatabaseError('not-saved')
}

interface StreamChange {
  readonly before: StreamRow
  readonly after: StreamRow
  readonly rows: readonly OperationRow[]
}

interface Change {
  readonly streams: readonly StreamChange[]
  readonly drafts: readonly DraftRow[]
  readonly dropped: readonly DraftKey[]
  readonly mark: { readonly name: string; readonly value: Uint8Array }
}

async function prepare(db: LocalDatabase, { content, device }: Replay): Promise<Change> {
  const name = `journal/${content.id}`
  const mark = parseMark(await readVault(db, name))
  const entries = content.entries.slice(mark?.entries ?? 0)
  const streams = [...new Set(entries.map(({ stream }) => stream))]
  const draftsHash = db.sha256(JSON.stringify(content.drafts))
  const sealed = await sealJson(db, { entries: content.entries.length, drafts: draftsHash }, vaultPlace(name))
  const drafts = mark?.drafts === draftsHash ? [] : content.drafts
  return {
    streams: await Promise.all(
      streams.map((stream) => {
        const operations = entries.flatMap((entry) => (entry.stream === stream ? entry.operations : []))
        return prepareStream(db, { stream, device, operations })
      }),
    ),
    drafts: await prepareDrafts(db, drafts),
    dropped: [
      ...entries.flatMap(({ clearsDrafts }) => clearsDrafts),
      ...drafts.flatMap(({ key, content: kept }) => (kept === null ? [key] : [])),
    ],
    mark: { name, value: sealed.bytes },
  }
}

interface Journaled {
  readonly stream: StreamId
  readonly device: DeviceId
  readonly operations: readonly EncodedOperation[]
}

async function prepareStream(db: LocalDatabase, { stream, device, operations }: Journaled): Promise<StreamChange> {
  const { dexie } = db
  const before = (await withLocalDatabase(db, () => dexie.streams.get(stream))) ?? emptyStreamRow(stream)
  const isThere = await findOperations(db, stream)
  const missing = operations.filter((encoded) => parseHeader(encoded.header).ok && !isThere(encoded))
  const start = { n: before.n, hash: before.prev }
  const fitting = missing.slice(0, countFitting(db, missing, { head: start, device }))
  const middle = headAfter(db, fitting, start)
  const aliases = await movedDots(db, missing)
  const again = reissueOperations(missing.slice(fitting.length), { device, head: middle, sha256: db.sha256, aliases })
  const rows = await Promise.all(
    [...fitting, ...again.operations].map(async (encoded, index): Promise<OperationRow> => {
      const place = { stream, n: before.n + 1 + index }
      const sealed = await sealText(db, packOperations([encoded]), operationPlace(place))
      return { ...place, status: 'unsent', code: '', hash: db.sha256(encoded.header), ...sealed }
    }),
  )
  return { before, after: { ...before, n: again.head.n, prev: again.head.hash }, rows }
}

interface Fit {
  readonly head: ChainHead
  readonly device: DeviceId
}

/** How many from the front follow the chain as they are. */
function countFitting(db: LocalDatabase, operations: readonly EncodedOperation[], { head, device }: Fit): number {
  let { n, hash } = head
  const at = operations.findIndex(({ header }) => {
    const parsed = parseHeader(header)
    const fits = parsed.ok && parsed.value.device === device && parsed.value.n === n + 1 && parsed.value.prev === hash
    n += 1
    hash = db.sha256(header)
    return !fits
  })
  return at === -1 ? operations.length : at
}

function headAfter(db: LocalDatabase, operations: readonly EncodedOperation[], head: ChainHead): ChainHead {
  const last = operations.at(-1)
  return last === undefined ? head : { n: head.n + operations.length, hash: db.sha256(last.header) }
}

/** What was superseded under an identity that was given up meanwhile has another dot now. */
async function movedDots(db: LocalDatabase, operations: readonly EncodedOperation[]): Promise<ReadonlyMap<Dot, Dot>> {
  const headers = operations.flatMap(({ header }) => {
    const parsed = parseHeader(header)
    return parsed.ok ? [parsed.value] : []
  })
  const keys = headers.flatMap(({ stream, supersedes }) =>
    supersedes.map((dot): [string, string, number] => {
      const { device, n } = splitDot(dot)
      return [device, stream, n]
    }),
  )
  const rows = await withLocalDatabase(db, () => db.dexie.retired.bulkGet(keys))
  const dots = headers.flatMap(({ supersedes }) => supersedes)
  return new Map(
    rows.flatMap((row, index) => {
      const dot = dots[index]
      const movedTo = row?.movedTo ?? undefined
      return movedTo === undefined || dot === undefined ? [] : [[dot, movedTo] as const]
    }),
  )
}

/** A text that was changed on the tablet since stays as it is there. */
async function prepareDrafts(db: LocalDatabase, drafts: readonly JournalDraft[]): Promise<DraftRow[]> {
  const present = new Map((await readDrafts(db)).map(({ key, content }) => [draftPlace(key), content]))
  const rows = drafts.map(async ({ key, content }): Promise<DraftRow[]> => {
    const there = present.get(draftPlace(key))
    if (content === null || (there !== undefined && there.changedAt > content.changedAt)) return []
    return [{ ...key, bytes: (await sealJson(db, content, draftPlace(key))).bytes }]
  })
  return (await Promise.all(rows)).flat()
}

/** False when anything was recorded meanwhile: then all of it is looked at again. */
function commit(db: LocalDatabase, { streams, drafts, dropped, mark }: Change): Promise<boolean> {
  const { dexie } = db
  const tables = [dexie.operations, dexie.streams, dexie.drafts, dexie.vault, dexie.sentinel]
  return withLocalDatabase(db, () =>
    dexie.transaction('rw', tables, async () => {
      await checkIdentity(db)
      const now = await dexie.streams.bulkGet(streams.map(({ before }) => before.stream))
      const isSame = streams.every(({ before }, index) => {
        const row = now[index] ?? emptyStreamRow(before.stream)
        return row.n === before.n && row.prev === before.prev
      })
      if (!isSame) return false
      await Promise.all([
        dexie.operations.bulkAdd(streams.flatMap(({ rows }) => rows)),
        dexie.streams.bulkPut(
          streams.map(({ before, after }, index) => ({
            ...(now[index] ?? emptyStreamRow(before.stream)),
            n: after.n,
            prev: after.prev,
          })),
        ),
        dexie.drafts.bulkDelete(dropped.map(({ stream, entity, register }) => [stream, entity, register])),
        dexie.vault.put(mark),
      ])
      await dexie.drafts.bulkPut(drafts)
      return true
    }),
  )
}
