// Cold open of one audit out of ten, in a page that has just started, from the disk.
import { inTurns, lineOf, median, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'
import { must } from '../../src/domain/must.ts'
import type { Opening, OpeningTimes } from './page/measureOpening.ts'

const ways = ['snapshot', 'log', 'rows'] as const

export async function benchOpening(run: BenchRun): Promise<readonly BenchLine[]> {
  const { profile, server, sizes, seeded } = run
  const page = await profile.openPage(server.origin)
  await page.evaluate(() => window.bench.prepareOpening())
  await page.close()
  const times: Record<Opening, OpeningTimes[]> = { snapshot: [], log: [], rows: [] }
  for (let round = 0; round < sizes.openings; round += 1) {
    const audit = must(seeded.streams[round % seeded.streams.length], 'an audit')
    for (const how of inTurns(ways, round)) times[how].push(await openOnce(run, how, audit))
  }
  return (['snapshot', 'log'] as const).flatMap((how) => [
    lineOf(`open-audit.from-${how}.vs-raw-rows`, median(times[how].map(openMs)), median(times.rows.map(openMs))),
    lineOf(
      `open-audit.from-${how}.with-connection.vs-raw-rows`,
      median(times[how].map(bothMs)),
      median(times.rows.map(bothMs)),
    ),
  ])
}

async function openOnce({ profile, server }: BenchRun, how: Opening, audit: string): Promise<OpeningTimes> {
  const page = await profile.openPage(server.origin)
  const times = await page.evaluate((options) => window.bench.measureOpening(options), { how, audit })
  await page.close()
  if (times.answers !== 1_000) throw new Error(`${how}: ${times.answers} answers were opened.`)
  return times
}

function openMs(times: OpeningTimes): number {
  return times.openMs
}

function bothMs(times: OpeningTimes): number {
  return times.connectMs + times.openMs
}
