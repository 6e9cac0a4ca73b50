// How long an answer takes until the screen may say 保存済み.
import { lineOf, quantile, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'

const shares = { p50: 0.5, p95: 0.95, p99: 0.99 }

export async function benchSaves({ profile, server, sizes, seed }: BenchRun): Promise<readonly BenchLine[]> {
  const page = await profile.openPage(server.origin)
  const times = await page.evaluate((options) => window.bench.measureSaves(options), { count: sizes.saves, seed })
  await page.close()
  return (['strict', 'relaxed'] as const).flatMap((durability) =>
    Object.entries(shares).map(([name, share]) =>
      lineOf(
        `save-answer.${name}.vs-${durability}-put`,
        quantile(times.ours, share),
        quantile(times[durability], share),
      ),
    ),
  )
}
