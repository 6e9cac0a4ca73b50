// Everything written while the server was away goes up and is confirmed, against rows with a flag, one POST and the flags taken off.
import type { Page } from '@playwright/test'
import { lineOf, median, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'
import { asPlainAnswer, generateAudits, type SampleAnswer } from './generateAudits.ts'
import { must } from '../../src/domain/must.ts'
import { startBenchServer } from './startBenchServer.ts'
import { startPlainServer } from './startPlainServer.ts'

export async function benchPush({ profile, sizes, seed }: BenchRun): Promise<readonly BenchLine[]> {
  const [server, plain] = [await startBenchServer(), await startPlainServer()]
  const [writer, poster] = [await profile.openPage(server.origin), await profile.openPage(plain.origin)]
  try {
    await poster.evaluate(() => window.bench.openPlainTablet('push-plain'))
    await writer.evaluate(() => window.bench.openWriter())
    const times: { ours: number[]; plain: number[] } = { ours: [], plain: [] }
    for (let round = 0; round < sizes.pushes; round += 1) {
      const edits = editsOf(round, { edits: sizes.edits, seed })
      await server.stop()
      await writer.evaluate((answers) => window.bench.writeNotes(answers), edits)
      await writePlain(poster, edits)
      const ours = async () => {
        // Not before: the tablet tries again by itself, and would have sent while the baseline was measured.
        await server.start()
        times.ours.push(await writer.evaluate(() => window.bench.pushEverything()))
      }
      const post = async () => times.plain.push(await poster.evaluate(() => window.bench.pushPlainEdits()))
      for (const measure of round % 2 === 0 ? [ours, post] : [post, ours]) await measure()
    }
    if (plain.count() !== sizes.edits) throw new Error(`The baseline stored ${plain.count()} answers.`)
    return [lineOf(`push-${sizes.edits}-offline-edits.vs-rows`, median(times.ours), median(times.plain))]
  } finally {
    await Promise.all([writer.close(), poster.close()])
    await Promise.all([server.dispose(), plain.close()])
  }
}

/** Notes that differ from round to round, so that each is an edit. */
function editsOf(round: number, { edits, seed }: { edits: number; seed: number }): readonly SampleAnswer[] {
  const [audit] = generateAudits(seed + round, 1)
  const answers = must(audit, 'an audit').answers.slice(0, edits)
  return answers.map((answer) => ({ ...answer, note: `${String(round)} ${answer.note}` }))
}

function writePlain(page: Page, edits: readonly SampleAnswer[]): Promise<void> {
  return page.evaluate(
    (answers) => window.bench.writePlainEdits(answers),
    edits.map((edit) => asPlainAnswer('audit-writer', edit)),
  )
}
