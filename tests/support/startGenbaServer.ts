// Runs the built server as its own process on a free loopback port with a data folder of its own.
// Started as `node …`, never through npm or npx: killing those would leave the real server running.
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from '../../src/server/buildIfStale.mjs'
import { freePort } from './freePort.ts'
import { waitUntil } from './waitUntil.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

export interface GenbaServer {
  readonly origin: string
  readonly dataDir: string
  /** Of the running process. */
  pid(): number | undefined
  /** Everything it printed so far. */
  output(): string
  /** Asks it to end and waits: requests under way are finished. The data folder stays. */
  stop(): Promise<void>
  /** SIGKILL. The data folder stays as it was at that instant. */
  kill(): Promise<void>
  /** Starts it again after `stop` or `kill`: same port, same data. */
  start(): Promise<void>
  restart(): Promise<void>
  /** Ends it and removes its data folder, but not one that was handed in. */
  dispose(): Promise<void>
}

export interface GenbaServerOptions {
  dataDir?: string
  /** PostgreSQL instead of the embedded store. */
  databaseUrl?: string
  port?: number
  /** Another bundle than the built one in dist/. */
  program?: string
  env?: Record<string, string>
}

export async function startGenbaServer(options: GenbaServerOptions = {}): Promise<GenbaServer> {
  if (options.program === undefined) await buildIfStale()
  const port = options.port ?? (await freePort())
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'genba-server-')))
  const origin = `http://127.0.0.1:${port}`
  const printed: string[] = []
  let running: ChildProcess | undefined

  const start = async () => {
    if (running) throw new Error('The server is running already.')
    const child = spawnServer(options.program ?? join(root, 'dist/server/main.js'), {
      ...options.env,
      GENBA_PORT: String(port),
      GENBA_DATA: dataDir,
      ...(options.databaseUrl !== undefined && { DATABASE_URL: options.databaseUrl }),
    })
    running = child
    child.stdout?.on('data', (piece: Buffer) => printed.push(piece.toString()))
    child.stderr?.on('data', (piece: Buffer) => printed.push(piece.toString()))
    child.once('exit', () => (running = running === child ? undefined : running))
    await waitUntil('the server answers /healthz', () => {
      if (running !== child) throw new Error(`The server ended at once:\n${printed.join('')}`)
      return isHealthy(origin)
    })
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const child = running
    if (child === undefined) return
    const exit = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await exit
  }
  const stop = () => end('SIGTERM')

  await start()
  return {
    origin,
    dataDir,
    pid: () => running?.pid,
    output: () => printed.join(''),
    start,
    stop,
    kill: () => end('SIGKILL'),
    restart: () => stop().then(start),
    dispose: async () => {
      await end('SIGKILL')
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function spawnServer(program: string, env: Record<string, string>): ChildProcess {
  // Settings of the person running the tests must not leak in.
  const { DATABASE_URL: _database, ...inherited } = process.env
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    cwd: root,
    env: { ...inherited, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  return child
}

async function isHealthy(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/healthz`)).ok
  } catch {
    return false
  }
}
