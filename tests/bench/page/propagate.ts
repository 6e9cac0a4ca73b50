// Two tablets on one audit: one writes, the other notes when it has folded what came.
import { openRecorder, type BenchRecorder } from './BenchRecorder.ts'
import { isSynced, openTablet } from './openTablet.ts'
import { preciseNow } from './timed.ts'
import { AuditDocument } from '../../../src/domain/audit/AuditDocument.ts'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import { decideNote } from '../../../src/domain/audit/decideAnswer.ts'
import { answerOf } from '../../../src/domain/audit/questionStatus.ts'
import { isStreamId } from '../../../src/domain/oplog/Dot.ts'
import { must } from '../../../src/domain/must.ts'
import type { StreamChange } from '../../../src/localdb/LocalDatabase.ts'
import { newsOf } from '../../../src/localdb/newsOf.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { readSince } from '../../../src/localdb/readSince.ts'
import { benchTemplate, type SampleAnswer } from '../generateAudits.ts'

let recorder: BenchRecorder | undefined
/** Dot → when this tablet had folded it. */
const arrivals = new Map<string, number>()

export async function openSender(audit: string): Promise<void> {
  const tablet = await openTablet('sender')
  tablet.startSync()
  await tablet.until(isSynced)
  recorder = await openRecorder(tablet.db, tablet.device, must(isStreamId(audit) ? audit : undefined, audit))
}

/** Returns the dot and the instant of the tap. */
export async function sendNote({ question, note }: SampleAnswer): Promise<{ dot: string; at: number }> {
  const at = preciseNow()
  const recorded = await must(recorder, 'an open sender').record((audit) =>
    decideNote(answerOf(audit, { template: benchTemplate, question }), note),
  )
  return { dot: must(recorded.at(-1), 'an operation').dot, at }
}

export async function openReceiver(audit: string): Promise<void> {
  const stream = must(isStreamId(audit) ? audit : undefined, audit)
  const { db, startSync, until } = await openTablet('receiver')
  startSync()
  await until(isSynced)
  const opened = await openStream(db, stream, auditKinds)
  const document = new AuditDocument(opened.state)
  let { position } = opened
  let turn = Promise.resolve()
  const read = async (change: StreamChange) => {
    const news = newsOf(change, position) ?? (await readSince(db, stream, position))
    position = news.position
    document.apply(news.operations)
    for (const { dot } of news.operations) arrivals.set(dot, preciseNow())
  }
  db.watch((change) => {
    if (change.stream === stream) turn = turn.then(() => read(change))
  })
}

export function arrivalOf(dot: string): number | undefined {
  return arrivals.get(dot)
}
