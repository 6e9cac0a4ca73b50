// Counts with strace how often a browser really sends its IndexedDB to the disk: the only way to tell a strict save from a relaxed one.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findEngines } from './engines/findEngines.mjs'
import { processesNaming } from './killBrowser.ts'
import { waitUntil } from './waitUntil.ts'

export interface SyncTrace {
  /** When each fsync or fdatasync of a file of IndexedDB began, in ms since 1970, up to now. */
  readonly syncs: () => Promise<readonly number[]>
  readonly stop: () => Promise<void>
}

/** Undefined where there is no strace or it may not look into other processes. The browser must have stored something already. */
export async function traceSyncs(profileDir: string): Promise<SyncTrace | undefined> {
  const { strace } = findEngines()
  if (strace === undefined) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'genba-strace-'))
  const output = join(folder, 'syncs')
  const pids = processesNaming(profileDir)
  const options = ['-f', '-y', '-ttt', '-e', 'trace=fsync,fdatasync', '-o', output]
  const tracer = spawn(strace, [...options, ...pids.flatMap((pid) => ['-p', String(pid)])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  tracer.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<void>((resolve) => tracer.once('exit', () => resolve()))
  const stop = async () => {
    tracer.kill('SIGINT')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  const isAllowed = await waitUntil('strace is attached', () => {
    if (said.includes('not permitted')) return 'no'
    return pids.every((pid) => said.includes(`Process ${pid} attached`)) && 'yes'
  })
  if (isAllowed === 'no') {
    await stop()
    return undefined
  }
  return { syncs: async () => syncsIn(await readFile(output, 'utf8')), stop }
}

/** Chromium keeps IndexedDB in `IndexedDB/…leveldb/`, Firefox in `…/idb/….sqlite` and its log. */
const ofIndexedDb = /^\d+ +(\d+\.\d+) f(?:data)?sync\(\d+<[^>]*\/(?:IndexedDB\/[^>]*\.log|idb\/[^>]*)>/

function syncsIn(trace: string): readonly number[] {
  return trace.split('\n').flatMap((line) => {
    const seconds = ofIndexedDb.exec(line)?.[1]
    return seconds === undefined ? [] : [Number(seconds) * 1_000]
  })
}
