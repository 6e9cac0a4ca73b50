// A real PostgreSQL of our own in a temporary folder on a loopback port; nothing of the machine's own is touched.
// It refuses to run as root, so root starts it as the user `postgres` (or `nobody`).
import type { ChildProcess } from 'node:child_process'
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { findEngines } from './engines/findEngines.mjs'
import { freePort } from './freePort.ts'
import { waitUntil } from './waitUntil.ts'

export interface Postgres {
  /** The server's maintenance database; tests take their own by `createDatabase`. */
  readonly url: string
  /** A new, empty database; returns its URL. */
  createDatabase(): Promise<string>
  /** Breaks off what is under way and shuts down cleanly. The data stay. */
  stop(): Promise<void>
  /** SIGKILL to all its processes at once: what a power cut leaves, but for the disk's own cache. */
  kill(): Promise<void>
  /** Starts it again on the same data and port. */
  start(): Promise<void>
  /** Ends it and removes its folder. */
  dispose(): Promise<void>
}

/** After a kill it writes every file of its folder to the disk, which takes longer than the tests when it goes file by file. */
const recovery = process.platform === 'linux' ? ['-c', 'recovery_init_sync_method=syncfs'] : []

/** Undefined where PostgreSQL is not installed; with GENBA_REQUIRE_ALL=1 that is an error. */
export async function startPostgres(): Promise<Postgres | undefined> {
  const bin = findEngines().postgres
  if (bin === undefined) {
    if (process.env['GENBA_REQUIRE_ALL'] === '1') throw new Error('PostgreSQL is not installed (Debian: postgresql).')
    return undefined
  }
  const folder = await mkdtemp(join(tmpdir(), 'genba-postgres-'))
  const user = unprivilegedUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const initdb = ['-D', data, '-U', 'genba', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']
  execFileSync(join(bin, 'initdb'), initdb, { ...user, cwd: folder, stdio: 'ignore' })

  const port = await freePort()
  const urlOf = (database: string) => `postgres://genba@127.0.0.1:${port}/${database}`
  const loopback = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
  const args = ['-D', data, '-p', String(port), ...loopback, ...recovery]
  let running: ChildProcess | undefined
  let databases = 0

  const start = async () => {
    const child = spawn(join(bin, 'postgres'), args, { ...user, cwd: folder, stdio: 'ignore' })
    running = child
    process.once('exit', killAtExit)
    child.once('exit', () => (running = running === child ? undefined : running))
    const accepts = () => {
      if (running !== child) throw new Error('PostgreSQL ended at once.')
      return runSql(urlOf('postgres'), 'SELECT 1')
    }
    await waitUntil('PostgreSQL accepts connections', accepts)
  }
  const killAtExit = () => {
    if (running) killFamily(running)
  }
  const endBy = async (end: (child: ChildProcess) => unknown) => {
    const child = running
    process.off('exit', killAtExit)
    if (child === undefined) return
    const exit = new Promise((resolve) => child.once('exit', resolve))
    const family = familyOf(child)
    end(child)
    await exit
    // A backend that still runs keeps the shared memory, and the next start would refuse.
    await waitUntil('all PostgreSQL processes are gone', () => !family.some(isAlive))
  }
  const kill = () => endBy(killFamily)

  await start()
  return {
    url: urlOf('postgres'),
    createDatabase: async () => {
      const name = `test_${++databases}`
      if (!(await runSql(urlOf('postgres'), `CREATE DATABASE ${name}`))) throw new Error(`No database ${name}.`)
      return urlOf(name)
    },
    start,
    stop: () => endBy((child) => child.kill('SIGINT')),
    kill,
    dispose: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function runSql(connectionString: string, sql: string): Promise<boolean> {
  const client = new pg.Client({ connectionString })
  try {
    await client.connect()
    await client.query(sql)
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const line = lines.find((each) => each.startsWith('postgres:')) ?? lines.find((each) => each.startsWith('nobody:'))
  const [, , uid, gid] = (line ?? '').split(':')
  if (uid === undefined || gid === undefined) throw new Error('No user but root to run PostgreSQL as.')
  return { uid: Number(uid), gid: Number(gid) }
}

/** Backends leave the process group of the postmaster, so they are found by their parent. */
function familyOf(postmaster: ChildProcess): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const rows = table.split('\n').map((row) => row.trim().split(/\s+/).map(Number))
  const children = rows.filter(([, parent]) => parent === postmaster.pid).flatMap(([pid]) => pid ?? [])
  return [...(postmaster.pid === undefined ? [] : [postmaster.pid]), ...children]
}

function killFamily(postmaster: ChildProcess): void {
  for (const pid of familyOf(postmaster)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended in the meantime.
    }
  }
}

/** A zombie counts as gone: some containers have no init that collects them. */
function isAlive(pid: number): boolean {
  try {
    return !execFileSync('ps', ['-p', String(pid), '-o', 'stat='], { encoding: 'utf8' })
      .trim()
      .startsWith('Z')
  } catch {
    return false
  }
}
