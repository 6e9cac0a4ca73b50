// Gives this tablet another identity: a copy of it is in use elsewhere, or what proves the old one is lost. What the server has not
// acknowledged is recorded once more under the new device, and the originals are kept aside. Texts in progress stay; nothing is deleted.
import { emptyStreamRow } from './emptyStreamRow.ts'
import { putIdentity, sealIdentity, type Identity } from './Identity.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import { LocalDatabaseError } from './LocalDatabaseError.ts'
import type { DraftRow, OperationRow, RetiredRow, StreamRow } from './LocalRows.ts'
import { packOperations } from './packOperations.ts'
import { readDrafts } from './readDrafts.ts'
import { openOwn, type OpenedOwn } from './readStreamLog.ts'
import { draftPlace, operationPlace, retiredPlace } from './rowPlaces.ts'
import { sealJson, sealText } from './sealText.ts'
import { statusOf } from './statusOf.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { DeviceId, Dot, StreamId } from '../domain/oplog/Dot.ts'
import { emptyChain } from '../domain/oplog/encodeOperation.ts'
import { reissueOperations, type ReissuedRun } from '../domain/oplog/reissueOperations.ts'

export interface Adoption {
  /** How many operations were recorded once more. */
  readonly reissued: number
  /** How many could not be read, or must not act again: they are among what is kept aside. */
  readonly keptAside: number
}

const mostTries = 20
/** An act that was decided without seeing everything must be decided again, and not be sent again [M15]. */
const notAgain = 'stale-heads'
/** Stands for a device of which only damaged rows tell. */
const unknownDevice = 'unknown' as DeviceId

export interface IdentityChange {
  /** The device this tablet was taken for; undefined where nothing tells. */
  readonly from: string | undefined
  readonly next: Identity
}

/**
 * One strict transaction. Every tab of this browser, this one too, is refused with `identity-changed` until it is loaded anew.
 * Undefined where the tablet is another device than `from` already: then nothing is done.
 */
export async function adoptIdentity(db: LocalDatabase, { from, next }: IdentityChange): Promise<Adoption | undefined> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await withLocalDatabase(db, () => readBefore(db))
    if (before.device !== from) return undefined
    const change = await prepare(db, before, next)
    if (await commit(db, before, change)) {
      db.heads.clear()
      for (const { stream } of change.streams) db.announce({ stream, source: 'pulled' })
      return { reissued: change.operations.length, keptAside: change.retired.length - change.operations.length }
    }
  }
  throw new LocalDatabaseError('not-saved')
}

interface Before {
  readonly device: string | undefined
  readonly streams: readonly StreamRow[]
  readonly operations: readonly OperationRow[]
  readonly drafts: readonly DraftRow[]
}

function readBefore({ dexie }: LocalDatabase): Promise<Before> {
  return dexie.transaction('r', dexie.sentinel, dexie.streams, dexie.operations, dexie.drafts, async () => {
    const [row, streams, operations, drafts] = await Promise.all([
      dexie.sentinel.get('device'),
      dexie.streams.toArray(),
      dexie.operations.toArray(),
      dexie.drafts.toArray(),
    ])
    return { device: row?.device, streams, operations, drafts }
  })
}

interface Change {
  readonly device: DeviceId
  readonly vault: Awaited<ReturnType<typeof sealIdentity>>
  readonly streams: readonly StreamRow[]
  readonly operations: readonly OperationRow[]
  readonly retired: readonly RetiredRow[]
  readonly drafts: readonly DraftRow[]
}

async function prepare(db: LocalDatabase, before: Before, next: Identity): Promise<Change> {
  const opened = await openOwn(db, before.operations, [])
  const parts = await Promise.all(
    before.streams.filter(({ n }) => n > 0).map((row) => reissueStream(db, { row, opened, device: next.device })),
  )
  const renamed = new Map(parts.flatMap(({ run }) => [...run.renamed]))
  return {
    device: next.device,
    vault: await sealIdentity(db, next),
    streams: parts.map(({ row, run }) => ({ ...row, ...emptyOwn, ...ownOf(run), refolds: row.refolds + 1 })),
    operations: parts.flatMap(({ rows }) => rows),
    retired: await retire(db, { before, opened, renamed }),
    drafts: await renameSeen(db, renamed),
  }
}

const { n, prev, acked, again } = emptyStreamRow('' as StreamId)
const emptyOwn = { n, prev, acked, again }

function ownOf({ head }: ReissuedRun): Pick<StreamRow, 'n' | 'prev'> {
  return { n: head.n, prev: head.hash }
}

interface Reissuing {
  readonly row: StreamRow
  readonly opened: readonly OpenedOwn[]
  readonly device: DeviceId
}

interface ReissuedStream {
  readonly row: StreamRow
  readonly run: ReissuedRun
  readonly rows: readonly OperationRow[]
}

async function reissueStream(db: LocalDatabase, { row, opened, device }: Reissuing): Promise<ReissuedStream> {
  const { stream } = row
  const own = opened.filter((operation) => operation.row.stream === stream && operation.row.code !== notAgain)
  // The server's log holds them although no page has brought them yet.
  const shared = new Set(own.flatMap((o) => (statusOf(o.row, row.acked) === 'acked' ? [o.operation.n] : [])))
  const run = reissueOperations(
    own.map(({ encoded }) => encoded),
    { device, head: emptyChain, sha256: db.sha256, shared },
  )
  const seal = async (encoded: (typeof run.operations)[number], index: number): Promise<OperationRow> => {
    const place = { stream, n: index + 1 }
    const sealed = await sealText(db, packOperations([encoded]), operationPlace(place))
    return { ...place, status: 'unsent', code: '', hash: db.sha256(encoded.header), ...sealed }
  }
  return { row, run, rows: await Promise.all(run.operations.map(seal)) }
}

interface Retiring {
  readonly before: Before
  readonly opened: readonly OpenedOwn[]
  readonly renamed: ReadonlyMap<Dot, Dot>
}

/** Readable ones are sealed to their new place. The bytes of damaged ones are kept as they are, for a specialist. */
function retire(db: LocalDatabase, { before, opened, renamed }: Retiring): Promise<RetiredRow[]> {
  const readable = new Map(opened.map((own) => [own.row, own]))
  return Promise.all(
    before.operations.map(async (row): Promise<RetiredRow> => {
      const own = readable.get(row)
      if (own === undefined) return { ...row, device: unknownDevice, movedTo: null, ...named(before.device) }
      const { device, dot } = own.operation
      const place = { device, stream: row.stream, n: row.n }
      const sealed = await sealText(db, packOperations([own.encoded]), retiredPlace(place))
      return { ...row, ...sealed, device, movedTo: renamed.get(dot) ?? null }
    }),
  )
}

function named(device: string | undefined): { readonly device?: DeviceId } {
  return device === undefined ? {} : { device: device as DeviceId }
}

/** The words stay; what they will supersede is what their author saw, under its new name. */
async function renameSeen(db: LocalDatabase, renamed: ReadonlyMap<Dot, Dot>): Promise<DraftRow[]> {
  const drafts = await readDrafts(db)
  const changed = drafts.flatMap(({ key, content }) => {
    const seen = content?.seen.map((dot) => renamed.get(dot) ?? dot)
    const isSame = seen?.every((dot, index) => dot === content?.seen[index]) ?? true
    return content === undefined || seen === undefined || isSame ? [] : [{ key, content: { ...content, seen } }]
  })
  return Promise.all(
    changed.map(async ({ key, content }) => ({ ...key, bytes: (await sealJson(db, content, draftPlace(key))).bytes })),
  )
}

/** False when anything was written meanwhile: then all of it is looked at again. */
function commit(db: LocalDatabase, before: Before, change: Change): Promise<boolean> {
  const { dexie } = db
  const { operations, streams, retired, snapshots, drafts, vault, sentinel } = dexie
  const tables = [operations, streams, retired, snapshots, drafts, vault, sentinel]
  return withLocalDatabase(db, () =>
    dexie.transaction('rw', tables, async () => {
      const now = await readBefore(db)
      if (!isSame(before, now)) return false
      await operations.clear()
      await Promise.all([
        operations.bulkPut(change.operations),
        streams.bulkPut(change.streams),
        retired.bulkPut(change.retired),
        snapshots.bulkDelete(change.streams.map(({ stream }) => stream)),
        drafts.bulkPut(change.drafts),
        putIdentity(db, change.device, change.vault),
      ])
      return true
    }),
  )
}

function isSame(a: Before, b: Before): boolean {
  return JSON.stringify(fingerprint(a)) === JSON.stringify(fingerprint(b))
}

/** Everything that the change was made from. A draft is compared by its bytes: it has no counter. */
function fingerprint({ device, streams, operations, drafts }: Before): unknown {
  return [
    device,
    streams.map((row) => [
      row.stream,
      row.n,
      row.prev,
      row.acked,
      row.again,
      row.generation,
      row.cursor,
      row.refolds,
      row.backedUp,
    ]),
    operations.map((row) => [row.stream, row.n, row.status, row.code, row.hash]),
    drafts.map((row) => [row.stream, row.entity, row.register, [...row.bytes]]),
  ]
}
