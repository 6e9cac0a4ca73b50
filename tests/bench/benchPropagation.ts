// From a tap on one tablet to the stored (ours: also folded) edit on another, through save, send, the server's call and fetch.
import { lineOf, quantile, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'
import { asPlainAnswer, generateAudits, seededRandom, type SampleAnswer } from './generateAudits.ts'
import { openLivePair, type LivePair } from './openLivePair.ts'
import { openProfile, type Profile } from './openProfile.ts'
import { startPlainServer } from './startPlainServer.ts'
import { must } from '../../src/domain/must.ts'
import { waitUntil } from '../support/waitUntil.ts'

/** Taps come at no rhythm that could fall in step with a timer of ours. */
const betweenTapsMs = { least: 300, spread: 400 }

export async function benchPropagation(run: BenchRun): Promise<readonly BenchLine[]> {
  const { sizes, seed, seeded } = run
  const audit = must(seeded.streams[0], 'an audit')
  // Both new, for both: what another benchmark has left in a browser would slow down the one whose origin it was.
  const [one, other] = [await openProfile(), await openProfile()]
  const plain = await startPlainServer()
  const ours = await openLivePair({ ...run, profile: one }, { audit, other })
  const rows = await openRows(plain.origin, { one, other })
  try {
    const [edits, random] = [must(generateAudits(seed + 1_000, 1)[0], 'an audit').answers, seededRandom(seed)]
    const times: { ours: number[]; rows: number[] } = { ours: [], rows: [] }
    for (const [round, answer] of edits.slice(0, sizes.live).entries()) {
      const edit = { ...answer, note: `live ${answer.note}` }
      for (const who of round % 2 === 0 ? (['ours', 'rows'] as const) : (['rows', 'ours'] as const)) {
        await new Promise((resolve) => setTimeout(resolve, betweenTapsMs.least + random() * betweenTapsMs.spread))
        times[who].push(await (who === 'ours' ? ours : rows).propagate(edit))
      }
    }
    return [
      lineOf('propagate-edit.p50.vs-rows', quantile(times.ours, 0.5), quantile(times.rows, 0.5)),
      lineOf('propagate-edit.p95.vs-rows', quantile(times.ours, 0.95), quantile(times.rows, 0.95)),
    ]
  } finally {
    await Promise.all([ours, rows].flatMap(({ pages }) => pages.map((page) => page.close())))
    await Promise.all([one.close(), other.close()])
    await plain.close()
  }
}

async function openRows(
  origin: string,
  { one, other }: { readonly one: Profile; readonly other: Profile },
): Promise<LivePair> {
  const [sender, receiver] = [await one.openPage(origin), await other.openPage(origin)]
  await sender.evaluate(() => window.bench.openPlainTablet('live-sender'))
  await receiver.evaluate(() => window.bench.openPlainTablet('live-receiver'))
  await receiver.evaluate(() => window.bench.followPlainEdits())
  const propagate = async (edit: SampleAnswer) => {
    const answer = asPlainAnswer('audit-live', edit)
    const at = await sender.evaluate((row) => window.bench.sendPlainEdit(row), answer)
    const arrivedAt = await waitUntil('the row arrives', () =>
      receiver.evaluate((row) => window.bench.plainArrivalOf(row), answer),
    )
    return arrivedAt - at
  }
  return { pages: [sender, receiver], propagate }
}
