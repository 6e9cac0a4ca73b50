// First sync of all audits into an empty browser, against one fetch and one bulk put.
import { gzipSync } from 'node:zlib'
import { inTurns, lineOf, median, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'
import { openProfile } from './openProfile.ts'
import type { Measured } from './page/measureFirstSync.ts'

const ways = ['ours', 'answers-strict', 'answers-relaxed', 'operations-strict'] as const
type Way = (typeof ways)[number]

export async function benchFirstSync(run: BenchRun): Promise<readonly BenchLine[]> {
  const { sizes, seeded } = run
  const times: Record<Way, number[]> = {
    ours: [],
    'answers-strict': [],
    'answers-relaxed': [],
    'operations-strict': [],
  }
  let wireBytes = 0
  for (let round = 0; round < sizes.firstSyncs; round += 1) {
    for (const way of inTurns(ways, round)) {
      const { ms, stored, wireBytes: received } = await syncOnce(run, way)
      const expected = way.startsWith('answers') ? seeded.answers.length : seeded.operations.length
      if (stored !== expected) throw new Error(`${way}: ${stored} of ${expected} were stored.`)
      times[way].push(ms)
      if (way === 'ours') wireBytes = received
    }
  }
  const ours = median(times.ours)
  const json = Buffer.from(JSON.stringify(seeded.answers))
  return [
    lineOf('first-sync.vs-answer-rows-strict', ours, median(times['answers-strict'])),
    lineOf('first-sync.vs-answer-rows-relaxed', ours, median(times['answers-relaxed'])),
    lineOf('first-sync.vs-operation-rows-strict', ours, median(times['operations-strict'])),
    lineOf('first-sync-wire.vs-answer-rows', wireBytes, json.length, 'bytes'),
    lineOf('first-sync-wire.vs-answer-rows-gzipped', wireBytes, gzipSync(json).length, 'bytes'),
  ]
}

/** In a browser that has never seen the server. */
async function syncOnce({ server }: BenchRun, way: Way): Promise<Measured> {
  const profile = await openProfile()
  try {
    const page = await profile.openPage(server.origin)
    if (way === 'ours') return await page.evaluate(() => window.bench.measureFirstSync('first'))
    const durability = way.endsWith('strict') ? 'strict' : 'relaxed'
    const rows = way.startsWith('answers') ? 'answers' : 'operations'
    return await page.evaluate((options) => window.bench.measurePlainSync(options), {
      name: 'first-plain',
      durability,
      rows,
    } as const)
  } finally {
    await profile.close()
  }
}
