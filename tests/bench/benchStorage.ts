// What ten audits take on the tablet's disk once they are synced and have been opened, against one row an answer.
import { lineOf, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'
import { openProfile } from './openProfile.ts'

type Way = 'ours' | 'rows'

export async function benchStorage(run: BenchRun): Promise<readonly BenchLine[]> {
  const [ours, rows] = [await storedBytes(run, 'ours'), await storedBytes(run, 'rows')]
  return [lineOf('storage-of-all-audits.vs-rows', ours, rows, 'bytes')]
}

/** The browser is started a second time before measuring: only then has it packed its journal into its tables. */
async function storedBytes({ server }: BenchRun, way: Way): Promise<number> {
  const first = await openProfile()
  const page = await first.openPage(server.origin)
  await page.evaluate((how) => window.bench.prepareOpening(how), way)
  await first.end()
  const second = await openProfile({ kept: first.folder })
  const again = await second.openPage(server.origin)
  await again.evaluate((how) => window.bench.reopenPrepared(how), way)
  await second.end()
  const bytes = await second.storedBytes()
  await second.close()
  return bytes
}
