// A local save of one answer, from the tap's call to "saved", between two bare puts of the same answer as a row.
import { openBenchDatabase } from './openBenchDatabase.ts'
import { openRecorder } from './BenchRecorder.ts'
import { openPlain } from './PlainDexie.ts'
import { pause, timed } from './timed.ts'
import { countUnsent } from '../../../src/localdb/countUnsent.ts'
import { decideJudge } from '../../../src/domain/audit/decideAnswer.ts'
import { answerOf } from '../../../src/domain/audit/questionStatus.ts'
import type { DeviceId, StreamId } from '../../../src/domain/oplog/Dot.ts'
import { inTurns } from '../BenchLine.ts'
import { asPlainAnswer, benchTemplate, generateAudits, type SampleAnswer } from '../generateAudits.ts'

export interface SaveTimes {
  readonly ours: readonly number[]
  readonly strict: readonly number[]
  readonly relaxed: readonly number[]
}

const betweenTapsMs = 2

export async function measureSaves({ count, seed }: { count: number; seed: number }): Promise<SaveTimes> {
  const stream = 'audit-saves' as StreamId
  const db = await openBenchDatabase('saves')
  const recorder = await openRecorder(db, 'bench-device' as DeviceId, stream)
  // The author's introduction is recorded once an audit, and not by the tap that is measured.
  await recorder.record(() => [])
  const [strict, relaxed] = [await openPlain('saves-strict', 'strict'), await openPlain('saves-relaxed', 'relaxed')]
  const saves = {
    ours: ({ question, judgement, reason }: SampleAnswer) =>
      recorder.record((audit) =>
        decideJudge(answerOf(audit, { template: benchTemplate, question }), judgement, reason),
      ),
    strict: (answer: SampleAnswer) => strict.answers.put(asPlainAnswer(stream, answer)),
    relaxed: (answer: SampleAnswer) => relaxed.answers.put(asPlainAnswer(stream, answer)),
  }
  const times: Record<keyof SaveTimes, number[]> = { ours: [], strict: [], relaxed: [] }
  for (const [round, answer] of answersFor(count, seed).entries()) {
    for (const who of inTurns(['ours', 'strict', 'relaxed'] as const, round)) {
      await pause(betweenTapsMs)
      times[who].push(await timed(() => saves[who](answer)))
    }
  }
  const { entries } = await countUnsent(db)
  const rows = await strict.answers.count()
  if (entries !== count + 1 || rows !== count) throw new Error(`Saved ${entries} operations and ${rows} rows.`)
  return times
}

/** As many as there are questions at most: each is answered once, without a note, which would be an operation of its own. */
function answersFor(count: number, seed: number): readonly SampleAnswer[] {
  const [audit] = generateAudits(seed, 1)
  return (audit?.answers ?? []).slice(0, count).map((answer) => ({ ...answer, note: '' }))
}
