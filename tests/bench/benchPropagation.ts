// From a tap on one tablet to the folded audit on another, through save, push, poke and pull. There is nothing to compare it with.
import { lineOf, quantile, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'
import { generateAudits, seededRandom } from './generateAudits.ts'
import { openProfile } from './openProfile.ts'
import { must } from '../../src/domain/must.ts'
import { waitUntil } from '../support/waitUntil.ts'

/** Taps come at no rhythm that could fall in step with a timer of ours. */
const betweenTapsMs = { least: 300, spread: 400 }

export async function benchPropagation({
  profile,
  server,
  sizes,
  seed,
  seeded,
}: BenchRun): Promise<readonly BenchLine[]> {
  const audit = must(seeded.streams[0], 'an audit')
  const other = await openProfile()
  const [sender, receiver] = [await profile.openPage(server.origin), await other.openPage(server.origin)]
  try {
    await sender.evaluate((stream) => window.bench.openSender(stream), audit)
    await receiver.evaluate((stream) => window.bench.openReceiver(stream), audit)
    const [edits, random] = [must(generateAudits(seed + 1_000, 1)[0], 'an audit').answers, seededRandom(seed)]
    const times: number[] = []
    for (const answer of edits.slice(0, sizes.live)) {
      await new Promise((resolve) => setTimeout(resolve, betweenTapsMs.least + random() * betweenTapsMs.spread))
      const edit = { ...answer, note: `live ${answer.note}` }
      const { dot, at } = await sender.evaluate((note) => window.bench.sendNote(note), edit)
      const arrivedAt = await waitUntil('the edit arrives', () =>
        receiver.evaluate((wanted) => window.bench.arrivalOf(wanted), dot),
      )
      times.push(arrivedAt - at)
    }
    return [
      lineOf('propagate-edit.p50', quantile(times, 0.5), null),
      lineOf('propagate-edit.p95', quantile(times, 0.95), null),
    ]
  } finally {
    await sender.close()
    await other.close()
  }
}
