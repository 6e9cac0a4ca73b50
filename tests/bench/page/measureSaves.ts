// A local save of one answer, from the tap's call to "saved", between two bare puts of the same answer as a row.
import { openBenchDatabase } from './openBenchDatabase.ts'
import { openRecorder, type BenchRecorder } from './BenchRecorder.ts'
import { openPlain } from './PlainDexie.ts'
import { pause, timed } from './timed.ts'
import { countUnsent } from '../../../src/localdb/countUnsent.ts'
import { decideJudge, decideNote } from '../../../src/domain/audit/decideAnswer.ts'
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
const device = 'bench-device' as DeviceId

export async function measureSaves({ count, seed }: { count: number; seed: number }): Promise<SaveTimes> {
  const stream = 'audit-saves' as StreamId
  const db = await openBenchDatabase('saves')
  const recorder = await openRecorder(db, device, stream)
  // The author's introduction is recorded once an audit, and not by the tap that is measured.
  await recorder.record(() => [])
  const [strict, relaxed] = [await openPlain('saves-strict', 'strict'), await openPlain('saves-relaxed', 'relaxed')]
  const saves = {
    ours: (answer: SampleAnswer) => judgeSample(recorder, answer),
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

/** Saves in an audit into which this tablet has already written so many operations, all of them unsent: the largest its own log gets. */
export async function measureSavesOn({ operations, count }: { operations: number; count: number }): Promise<number[]> {
  const db = await openBenchDatabase(`saves-on-${String(operations)}`)
  const recorder = await openRecorder(db, device, 'audit-grown' as StreamId)
  await grow(recorder, operations)
  const times: number[] = []
  for (const answer of answersFor(count, operations)) {
    await pause(betweenTapsMs)
    times.push(await timed(() => judgeSample(recorder, answer)))
  }
  return times
}

const handful = 500

async function grow(recorder: BenchRecorder, operations: number): Promise<void> {
  const [sample] = generateAudits(1, 1)
  const answers = sample?.answers ?? []
  for (let written = 0; written < operations; written += handful) {
    const start = written % answers.length
    const [round, wanted] = [Math.floor(written / answers.length), Math.min(handful, operations - written)]
    await recorder.record((audit) =>
      answers
        .slice(start, start + wanted)
        .flatMap(({ question, note }) =>
          decideNote(answerOf(audit, { template: benchTemplate, question }), `${String(round)} ${note}`),
        ),
    )
  }
}

function judgeSample(recorder: BenchRecorder, { question, judgement, reason }: SampleAnswer): Promise<unknown> {
  return recorder.record((audit) =>
    decideJudge(answerOf(audit, { template: benchTemplate, question }), judgement, reason),
  )
}

/** As many as there are questions at most: each is answered once, without a note, which would be an operation of its own. */
function answersFor(count: number, seed: number): readonly SampleAnswer[] {
  const [audit] = generateAudits(seed, 1)
  return (audit?.answers ?? []).slice(0, count).map((answer) => ({ ...answer, note: '' }))
}
