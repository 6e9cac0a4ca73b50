// The same program in several processes, each with its share of the seeds. Only one simulated world fits a process.
import { spawn } from 'node:child_process'
import type { SeedRange } from './runSeeds.ts'

/** True where all of them ended well. */
export async function runWorkers({ from, count, stopsAtFirst }: SeedRange, workers: number): Promise<boolean> {
  const share = Math.ceil(count / workers)
  const runs = Array.from({ length: workers }, (_, worker) => {
    const first = from + worker * share
    const seeds = Math.min(share, from + count - first)
    return runProgram(['--from', `${first}`, '--seeds', `${seeds}`, ...(stopsAtFirst ? ['--first'] : [])])
  })
  return (await Promise.all(runs)).every(({ isOk }) => isOk)
}

export interface ProgramEnd {
  readonly isOk: boolean
  readonly output: string
}

/** Runs collect much short-lived garbage: with more room for it they take a tenth less. */
const nodeOptions = ['--enable-source-maps', '--max-semi-space-size=64']

export interface ProgramOptions {
  /** Another build than this one. */
  readonly program?: string
  readonly isQuiet?: boolean
}

export function runProgram(parameters: readonly string[], options: ProgramOptions = {}): Promise<ProgramEnd> {
  const { program = process.argv[1] ?? '', isQuiet = false } = options
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeOptions, program, ...parameters], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (!isQuiet) process.stdout.write(text)
    })
    child.on('error', reject)
    child.on('exit', (code) => resolve({ isOk: code === 0, output }))
  })
}
