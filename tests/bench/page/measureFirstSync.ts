// From nothing to everything stored: our sync engine, or one fetch of JSON and one bulk put of its rows.
import { openPlain, type Durability, type PlainDexie, type PlainOperation } from './PlainDexie.ts'
import { isSynced, openTablet } from './openTablet.ts'
import { timed } from './timed.ts'
import { listStreams } from '../../../src/localdb/listStreams.ts'
import type { PlainAnswer } from '../generateAudits.ts'
import { answersFile, operationsFile } from '../rowFiles.ts'

export interface Measured {
  readonly ms: number
  /** How many operations or rows are stored now: the bench process knows how many there must be. */
  readonly stored: number
  /** Bytes of all answers as they came over the wire. */
  readonly wireBytes: number
}

/** Opening the empty database and making the device's key come before, as creating the tables does for the baseline. */
export async function measureFirstSync(name: string): Promise<Measured> {
  const tablet = await openTablet(name)
  const ms = await timed(async () => {
    tablet.startSync()
    await tablet.until(isSynced)
  })
  const streams = await listStreams(tablet.db)
  const stored = streams.reduce((sum, { position }) => sum + position.cursor, 0)
  return { ms, stored, wireBytes: wireBytes('/sync/v1/') }
}

export interface PlainSync {
  readonly name: string
  readonly durability: Durability
  readonly rows: 'answers' | 'operations'
}

export async function measurePlainSync({ name, durability, rows }: PlainSync): Promise<Measured> {
  const plain = await openPlain(name, durability)
  const ms = await timed(() => (rows === 'answers' ? fetchAnswers(plain) : fetchOperations(plain)))
  return {
    ms,
    stored: await plain[rows].count(),
    wireBytes: wireBytes(rows === 'answers' ? answersFile : operationsFile),
  }
}

export async function fetchAnswers(plain: PlainDexie): Promise<void> {
  await plain.answers.bulkPut((await fetchRows(answersFile)) as PlainAnswer[])
}

async function fetchOperations(plain: PlainDexie): Promise<void> {
  await plain.operations.bulkPut((await fetchRows(operationsFile)) as PlainOperation[])
}

async function fetchRows(file: string): Promise<unknown> {
  const response = await fetch(`/${file}`, { cache: 'no-store' })
  return response.json()
}

function wireBytes(path: string): number {
  const entries = performance.getEntriesByType('resource').filter(({ name }) => name.includes(path))
  return entries.reduce(
    (sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0),
    0,
  )
}
