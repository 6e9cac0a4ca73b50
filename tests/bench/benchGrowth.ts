// What a growing log costs: saving, live work and transfer with a thousand, ten thousand and a hundred thousand operations in one audit.
import { lineOf, quantile, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'
import { generateAudits } from './generateAudits.ts'
import { openLivePair } from './openLivePair.ts'
import { openProfile } from './openProfile.ts'
import { pushAudits, recordGrownAudit } from './recordAudits.ts'
import { startBenchServer } from './startBenchServer.ts'
import { must } from '../../src/domain/must.ts'
import { protocolVersion } from '../../src/protocol/protocolVersion.ts'
import { pullResponse } from '../../src/protocol/pull.ts'

const savesEach = 200
const editsEach = 10
const betweenEditsMs = 400

interface Grown {
  readonly operations: number
  readonly saveMs: number
  readonly liveMs: number
  readonly bytesPerOperation: number
}

/** Each size beside the smallest: a ratio near 1 means that the size does not matter. */
export async function benchGrowth(run: BenchRun): Promise<readonly BenchLine[]> {
  const all: Grown[] = []
  for (const operations of run.sizes.growth) all.push(await measureAt(run, operations))
  const [least] = all
  return all.flatMap(({ operations, saveMs, liveMs, bytesPerOperation }) => [
    lineOf(`growth.save-p50.at-${operations}`, saveMs, least?.saveMs ?? null),
    lineOf(`growth.live-p50.at-${operations}`, liveMs, least?.liveMs ?? null),
    lineOf(
      `growth.log-bytes-per-operation.at-${operations}`,
      bytesPerOperation,
      least?.bytesPerOperation ?? null,
      'bytes',
    ),
  ])
}

async function measureAt(run: BenchRun, operations: number): Promise<Grown> {
  const page = await run.profile.openPage(run.server.origin)
  const saves = await page.evaluate((options) => window.bench.measureSavesOn(options), { operations, count: savesEach })
  await page.close()
  const device = recordGrownAudit(operations)
  const server = await startBenchServer()
  try {
    await pushAudits(server.origin, { pushes: device.pushes() })
    const bytes = await bytesOfLog(server.origin)
    const liveMs = await measureLive({ ...run, server }, device.stream)
    return { operations, saveMs: quantile(saves, 0.5), liveMs, bytesPerOperation: bytes / operations }
  } finally {
    await server.dispose()
  }
}

async function measureLive(run: BenchRun, audit: string): Promise<number> {
  const [one, other] = [await openProfile(), await openProfile()]
  const pair = await openLivePair({ ...run, profile: one }, { audit, other })
  const times: number[] = []
  for (const answer of must(generateAudits(run.seed + 2_000, 1)[0], 'an audit').answers.slice(0, editsEach)) {
    await new Promise((resolve) => setTimeout(resolve, betweenEditsMs))
    times.push(await pair.propagate({ ...answer, note: `live ${answer.note}` }))
  }
  await one.close()
  await other.close()
  return quantile(times, 0.5)
}

/** The whole log as a tablet without a snapshot would fetch it, in bytes on the wire. */
async function bytesOfLog(origin: string): Promise<number> {
  let bytes = 0
  const cursors = new Map<string, { stream: string; version: number; root: string }>()
  for (let hasMore = true; hasMore;) {
    const content = { proto: protocolVersion, nonce: 'bench', device: 'bench-reader', max: 2_000 }
    const response = await fetch(`${origin}/sync/v1/pull`, {
      method: 'POST',
      // Asked for by name, the answer stays packed and can be weighed.
      headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip' },
      body: JSON.stringify({ ...content, cursors: [...cursors.values()] }),
    })
    const text = await response.text()
    bytes += Number(response.headers.get('content-length') ?? text.length)
    const answer = pullResponse.parse(JSON.parse(text))
    for (const { stream, from, ops, root } of answer.pages)
      cursors.set(stream, { stream, version: from + ops.length - 1, root })
    hasMore = answer.hasMore
  }
  return bytes
}
