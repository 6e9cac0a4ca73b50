// Cold open of one audit out of ten, and of all ten, in a page that has just started, from the disk.
import { inTurns, lineOf, median, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'
import { must } from '../../src/domain/must.ts'
import type { Opening, OpeningTimes } from './page/measureOpening.ts'

const ways = ['snapshot', 'log', 'rows'] as const

export async function benchOpening(run: BenchRun): Promise<readonly BenchLine[]> {
  const { profile, server, sizes, seeded } = run
  const page = await profile.openPage(server.origin)
  await page.evaluate(() => window.bench.prepareOpening('ours'))
  await page.evaluate(() => window.bench.prepareOpening('rows'))
  await page.close()
  const one = await timesOf(run, (round) => [must(seeded.streams[round % seeded.streams.length], 'an audit')])
  const all = await timesOf(
    { ...run, sizes: { ...sizes, openings: Math.ceil(sizes.openings / 2) } },
    () => seeded.streams,
  )
  return [...linesOf('open-audit', one), ...linesOf('open-all-audits', all)]
}

type Times = Record<Opening, OpeningTimes[]>

async function timesOf(run: BenchRun, auditsOf: (round: number) => readonly string[]): Promise<Times> {
  const times: Times = { snapshot: [], log: [], rows: [] }
  for (let round = 0; round < run.sizes.openings; round += 1) {
    for (const how of inTurns(ways, round)) times[how].push(await openOnce(run, how, auditsOf(round)))
  }
  return times
}

function linesOf(name: string, times: Times): BenchLine[] {
  return (['snapshot', 'log'] as const).flatMap((how) => [
    lineOf(`${name}.from-${how}.vs-raw-rows`, median(times[how].map(openMs)), median(times.rows.map(openMs))),
    lineOf(
      `${name}.from-${how}.with-connection.vs-raw-rows`,
      median(times[how].map(bothMs)),
      median(times.rows.map(bothMs)),
    ),
  ])
}

async function openOnce({ profile, server }: BenchRun, how: Opening, audits: readonly string[]): Promise<OpeningTimes> {
  const page = await profile.openPage(server.origin)
  const times = await page.evaluate((options) => window.bench.measureOpening(options), { how, audits })
  await page.close()
  if (times.answers !== 1_000 * audits.length) throw new Error(`${how}: ${times.answers} answers were opened.`)
  return times
}

function openMs(times: OpeningTimes): number {
  return times.openMs
}

function bothMs(times: OpeningTimes): number {
  return times.connectMs + times.openMs
}
