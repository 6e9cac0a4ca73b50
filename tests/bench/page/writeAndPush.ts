// A tablet that writes while the server is away, and sends everything when it is back.
import { openRecorder, type BenchRecorder } from './BenchRecorder.ts'
import { isSynced, openTablet, type Tablet } from './openTablet.ts'
import { timed } from './timed.ts'
import { decideNote } from '../../../src/domain/audit/decideAnswer.ts'
import { answerOf } from '../../../src/domain/audit/questionStatus.ts'
import type { StreamId } from '../../../src/domain/oplog/Dot.ts'
import { must } from '../../../src/domain/must.ts'
import { countUnsent } from '../../../src/localdb/countUnsent.ts'
import type { SyncEngine } from '../../../src/sync/createSyncEngine.ts'
import type { SyncStatus } from '../../../src/sync/SyncStatus.ts'
import { benchTemplate, type SampleAnswer } from '../generateAudits.ts'

interface Writer {
  readonly tablet: Tablet
  readonly engine: SyncEngine
  readonly recorder: BenchRecorder
}

let writer: Writer | undefined

export async function openWriter(): Promise<void> {
  const tablet = await openTablet('writer')
  const recorder = await openRecorder(tablet.db, tablet.device, 'audit-writer' as StreamId)
  writer = { tablet, recorder, engine: tablet.startSync() }
  await tablet.until(isSynced)
}

/** Saved together in handfuls: it is the sending that is measured. Every edit is an operation of its own. */
export async function writeNotes(answers: readonly SampleAnswer[]): Promise<void> {
  const { recorder, tablet } = must(writer, 'an open writer')
  const handful = 50
  for (let start = 0; start < answers.length; start += handful) {
    await recorder.record((audit) =>
      answers
        .slice(start, start + handful)
        .flatMap(({ question, note }) => decideNote(answerOf(audit, { template: benchTemplate, question }), note)),
    )
  }
  const { entries } = await countUnsent(tablet.db)
  if (entries < answers.length) throw new Error(`Only ${entries} of ${answers.length} edits are waiting.`)
}

/** Milliseconds from the person's wish until the status shows that nothing is unsent; the fetching that follows is let end, uncounted. */
export async function pushEverything(): Promise<number> {
  const { engine, tablet } = must(writer, 'an open writer')
  const isAllSent = ({ unsent }: SyncStatus) => unsent.entries === 0
  // The count in the status follows a save by a moment.
  await tablet.until((status) => !isAllSent(status))
  const spent = await timed(() => {
    engine.syncNow()
    return tablet.until(isAllSent)
  })
  await tablet.until(isSynced)
  return spent
}
