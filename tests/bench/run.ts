// `npm run bench`: measures in a real browser against the real server, and prints one line of JSON a figure to standard output.
// Options: `--quick` (to see that it runs), `--only NAME[,NAME…]`, `--seed N`, `--out FILE` (the same lines into a file).
import { writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { BenchLine } from './BenchLine.ts'
import { fullSizes, quickSizes, type BenchRun } from './BenchRun.ts'
import { benchColdStart } from './benchColdStart.ts'
import { benchEvidence } from './benchEvidence.ts'
import { benchFirstSync } from './benchFirstSync.ts'
import { benchGrowth } from './benchGrowth.ts'
import { benchLargeAudit } from './benchLargeAudit.ts'
import { benchOffice } from './benchOffice.ts'
import { benchOpening } from './benchOpening.ts'
import { benchOverview } from './benchOverview.ts'
import { benchPropagation } from './benchPropagation.ts'
import { benchPush } from './benchPush.ts'
import { benchReport } from './benchReport.ts'
import { benchSaves } from './benchSaves.ts'
import { benchSize } from './benchSize.ts'
import { benchStorage } from './benchStorage.ts'
import { benchTaps } from './benchTaps.ts'
import { generateAudits } from './generateAudits.ts'
import { openProfile } from './openProfile.ts'
import { answersFile, operationsFile } from './rowFiles.ts'
import { pushAudits, recordAudits } from './recordAudits.ts'
import { startBenchServer } from './startBenchServer.ts'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    only: { type: 'string' },
  },
})

const benchmarks: Readonly<Record<string, (run: BenchRun) => Promise<readonly BenchLine[]>>> = {
  saves: benchSaves,
  taps: benchTaps,
  'large-audit': benchLargeAudit,
  evidence: benchEvidence,
  'cold-start': benchColdStart,
  opening: benchOpening,
  'first-sync': benchFirstSync,
  push: benchPush,
  propagation: benchPropagation,
  storage: benchStorage,
  growth: benchGrowth,
  report: benchReport,
  office: benchOffice,
  overview: benchOverview,
  size: benchSize,
}

const names = options.only?.split(',') ?? Object.keys(benchmarks)
const unknown = names.find((name) => !(name in benchmarks))
if (unknown !== undefined) throw new Error(`No benchmark "${unknown}": ${Object.keys(benchmarks).join(', ')}`)

function progress(text: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`)
}

async function runAll(): Promise<readonly string[]> {
  const sizes = options.quick ? quickSizes : fullSizes
  const seed = Number(options.seed)
  progress('making audits')
  const seeded = recordAudits(generateAudits(seed, sizes.audits))
  const server = await startBenchServer({
    [answersFile]: JSON.stringify(seeded.answers),
    [operationsFile]: JSON.stringify(seeded.operations),
  })
  await pushAudits(server.origin, seeded)
  const profile = await openProfile()
  const printed: string[] = []
  try {
    for (const [name, measure] of Object.entries(benchmarks)) {
      if (!names.includes(name)) continue
      progress(`${name} … (load ${loadavg()[0]?.toFixed(1) ?? '?'})`)
      for (const line of await measure({ server, profile, seeded, sizes, seed })) {
        const text = JSON.stringify(line)
        process.stdout.write(`${text}\n`)
        printed.push(text)
      }
    }
  } finally {
    await profile.close()
    await server.dispose()
  }
  return printed
}

const printed = await runAll()
if (options.out !== undefined) await writeFile(options.out, `${printed.join('\n')}\n`)
progress('done')
