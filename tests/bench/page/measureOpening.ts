// Opening audits in a page that has just started: to an `AuditDocument` each, or to the raw rows of a baseline.
import { openBenchDatabase } from './openBenchDatabase.ts'
import { fetchAnswers, measureFirstSync } from './measureFirstSync.ts'
import { openPlain } from './PlainDexie.ts'
import { AuditDocument } from '../../../src/domain/audit/AuditDocument.ts'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import { isStreamId } from '../../../src/domain/oplog/Dot.ts'
import { must } from '../../../src/domain/must.ts'
import { listStreams } from '../../../src/localdb/listStreams.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { saveSnapshot } from '../../../src/localdb/saveSnapshot.ts'

const name = 'opening'
const plainName = 'opening-plain'

/** `snapshot`: as after any earlier opening. `log`: as the first time after a first sync. `rows`: the baseline. */
export type Opening = 'snapshot' | 'log' | 'rows'

export interface OpeningTimes {
  readonly connectMs: number
  readonly openMs: number
  readonly answers: number
}

/** Fills the browser's disk: synced audits with snapshots, or the same answers as rows. */
export async function prepareOpening(way: 'ours' | 'rows'): Promise<void> {
  if (way === 'rows') {
    await fetchAnswers(await openPlain(plainName, 'relaxed'))
    return
  }
  await measureFirstSync(name)
  const db = await openBenchDatabase(name)
  for (const { stream } of await listStreams(db)) {
    const { state, position } = await openStream(db, stream, auditKinds)
    await saveSnapshot(db, { stream, position, state })
  }
}

/** Has the browser open the database again, so that it packs what it wrote. */
export async function reopenPrepared(way: 'ours' | 'rows'): Promise<void> {
  if (way === 'rows') await (await openPlain(plainName, 'relaxed')).answers.count()
  else await listStreams(await openBenchDatabase(name))
}

/** Once a page: a second call would find everything warm. */
export async function measureOpening({
  how,
  audits,
}: {
  how: Opening
  audits: readonly string[]
}): Promise<OpeningTimes> {
  const open = how === 'rows' ? await connectPlain() : await connectOurs(how)
  const startedAt = performance.now()
  let answers = 0
  for (const audit of audits) answers += await open.read(audit)
  return { connectMs: open.connectMs, openMs: performance.now() - startedAt, answers }
}

interface Connected {
  readonly connectMs: number
  /** Returns how many answers there are. */
  readonly read: (audit: string) => Promise<number>
}

async function connectOurs(how: 'snapshot' | 'log'): Promise<Connected> {
  const startedAt = performance.now()
  const db = await openBenchDatabase(name, how === 'log' ? 'another-release' : undefined)
  const connectMs = performance.now() - startedAt
  const read = async (audit: string) => {
    const { state } = await openStream(db, must(isStreamId(audit) ? audit : undefined, audit), auditKinds)
    return new AuditDocument(state).audit.answers.size
  }
  return { connectMs, read }
}

async function connectPlain(): Promise<Connected> {
  const startedAt = performance.now()
  const plain = await openPlain(plainName, 'relaxed')
  const connectMs = performance.now() - startedAt
  return { connectMs, read: async (audit) => (await plain.answers.where('audit').equals(audit).toArray()).length }
}
