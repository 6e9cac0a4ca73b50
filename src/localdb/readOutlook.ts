// What an attempt looks at before it talks to the server, all of one moment and by one transaction: what waits, and where every stream stands.
import { listed, type ListedStream } from './listStreams.ts'
import { unsentRuns, type OwnRun } from './listUnsent.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { OperationRow, StreamRow } from './LocalRows.ts'
import { noticeMoved } from './noticeMoved.ts'
import { readNatively, type NativeReading } from './readNatively.ts'
import { openRun, readOwnRows, type ReadRun } from './readRun.ts'
import { streamsWithUnsent } from './unsentKeys.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import { must } from '../domain/must.ts'

export interface Outlook {
  readonly unsent: readonly OwnRun[]
  /** What waits, opened, where it is as little as a person taps in a moment: it is sent without looking again. */
  readonly few: ReadonlyMap<OwnRun, ReadRun>
  readonly streams: readonly ListedStream[]
  /** Runs of other devices are kept here: some of them may wait to be handed over. */
  readonly hasRelays: boolean
}

const mostFew = 20

export async function readOutlook(db: LocalDatabase): Promise<Outlook> {
  const { keyRange } = db.dexie
  const { unsent, rows, relays, ownRows } = await withLocalDatabase(db, () =>
    readNatively(db.dexie, ['streams', 'operations', 'relays'], async (transaction, read) => {
      const [rows, relays] = await Promise.all([
        read(transaction.objectStore('streams').getAll() as IDBRequest<StreamRow[]>),
        read(transaction.objectStore('relays').count()),
      ])
      const reading = { transaction, read, keyRange }
      const own = (await readFew(reading, rows)) ?? { unsent: await unsentRuns(reading, rows), ownRows: [] }
      return { ...own, rows, relays }
    }),
  )
  noticeMoved(db, rows)
  const few = new Map<OwnRun, ReadRun>()
  for (const [index, own] of ownRows.entries()) {
    const run = unsent[index]
    const again = rows.find(({ stream }) => stream === run?.stream)?.again ?? 0
    if (run !== undefined) few.set(run, await openRun(db, own, again))
  }
  return { unsent, few, streams: rows.map(listed), hasRelays: relays > 0 }
}

interface FewOwn {
  readonly unsent: readonly OwnRun[]
  /** By the places of the runs. */
  readonly ownRows: readonly (readonly OperationRow[])[]
}

/** What waits and its rows by one request a stream, where few have no verdict yet; undefined where they are many. */
async function readFew(reading: NativeReading, rows: readonly StreamRow[]): Promise<FewOwn | undefined> {
  const waiting = streamsWithUnsent(rows)
  if (waiting.reduce((sum, { n, acked }) => sum + n - acked, 0) > mostFew) return undefined
  const open = await Promise.all(
    waiting.map(({ stream, acked, n }) => readOwnRows(reading, { stream, from: acked + 1, to: n })),
  )
  const ownRows = open.flatMap((own) => intoRuns(own.filter(({ status }) => status === 'unsent')))
  return { unsent: ownRows.map(runOf), ownRows }
}

/** Neighbours of one stream, in order of n. */
function intoRuns(own: readonly OperationRow[]): OperationRow[][] {
  const runs: OperationRow[][] = []
  for (const row of own) {
    const last = runs.at(-1)
    if (last?.at(-1)?.n === row.n - 1) last.push(row)
    else runs.push([row])
  }
  return runs
}

function runOf(own: readonly OperationRow[]): OwnRun {
  const [first, last] = [must(own[0], 'a run'), must(own.at(-1), 'a run')]
  return { stream: first.stream, from: first.n, to: last.n }
}
