// Everything written while the server was away goes up, against one POST of the same answers as one array.
import type { Page } from '@playwright/test'
import { lineOf, median, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'
import { asPlainAnswer, generateAudits, type SampleAnswer } from './generateAudits.ts'
import { must } from '../../src/domain/must.ts'
import { startBenchServer } from './startBenchServer.ts'
import { startPlainServer } from './startPlainServer.ts'

export async function benchPush({ profile, sizes, seed }: BenchRun): Promise<readonly BenchLine[]> {
  const [server, plain] = [await startBenchServer(), await startPlainServer()]
  const [writer, poster] = [await profile.openPage(server.origin), await profile.context.newPage()]
  try {
    await poster.goto(plain.origin)
    await writer.evaluate(() => window.bench.openWriter())
    const times: { ours: number[]; plain: number[] } = { ours: [], plain: [] }
    for (let round = 0; round < sizes.pushes; round += 1) {
      const edits = editsOf(round, { edits: sizes.edits, seed })
      await server.stop()
      await writer.evaluate((answers) => window.bench.writeNotes(answers), edits)
      await server.start()
      const ours = async () => times.ours.push(await writer.evaluate(() => window.bench.pushEverything()))
      const post = async () => times.plain.push(await postPlain(poster, edits))
      for (const measure of round % 2 === 0 ? [ours, post] : [post, ours]) await measure()
    }
    if (plain.count() !== sizes.edits) throw new Error(`The baseline stored ${plain.count()} answers.`)
    return [lineOf(`push-${sizes.edits}-offline-edits.vs-one-post`, median(times.ours), median(times.plain))]
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

function postPlain(page: Page, edits: readonly SampleAnswer[]): Promise<number> {
  return page.evaluate(
    async (answers) => {
      const startedAt = performance.now()
      const response = await fetch('/answers', { method: 'POST', body: JSON.stringify(answers) })
      await response.json()
      return performance.now() - startedAt
    },
    edits.map((edit) => asPlainAnswer('audit-writer', edit)),
  )
}
