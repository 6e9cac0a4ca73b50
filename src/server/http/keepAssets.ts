// Keeps the hashed files of every build this server has served, so that a page opened before a deploy still finds its parts.
// Never keeps the start page or the worker: those must be of the current build. What is kept is a cache, and losing it loses no data.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describeFile, immutableFolder, type AppFile } from './describeFile.ts'

export interface KeepingAssets {
  /** Where they are kept; created when needed. */
  readonly folder: string
  readonly now: Date
  readonly limits?: KeepingLimits
}

export interface KeepingLimits {
  readonly mostDays: number
  readonly mostBytes: number
}

/** A tablet that was in a drawer for half a year opens its old page; 64 MB are some fifty builds. All of it is held in memory. */
const usualLimits: KeepingLimits = { mostDays: 180, mostBytes: 64 * 1024 * 1024 }
const dayMs = 86_400_000
/** Names as Vite makes them, directly in the folder: nothing that could lead out of it or be hidden. */
const hashedName = /^[A-Za-z0-9_][A-Za-z0-9_.-]*-[A-Za-z0-9_-]{6,}\.[a-z0-9]{1,12}$/
/** Lists the names of the build that was served last. */
const lastBuild = 'last-build'

/** Adds this build's hashed files to those kept, and returns the kept ones that this build no longer has, by path in the address. */
export function keepAssets(current: ReadonlyMap<string, AppFile>, keeping: KeepingAssets): Map<string, AppFile> {
  const { folder, now, limits = usualLimits } = keeping
  mkdirSync(folder, { recursive: true })
  const names = [...current.keys()].filter(isHashed).map((path) => path.slice(immutableFolder.length))
  // However long the last build was served, its files grow old from now on.
  for (const name of [...readLastBuild(folder), ...names]) {
    const file = current.get(immutableFolder + name)
    if (file) writeIfMissing(join(folder, name), file.bytes)
    if (existsSync(join(folder, name))) utimesSync(join(folder, name), now, now)
  }
  writeWhole(join(folder, lastBuild), Buffer.from(names.join('\n')))
  const kept = new Map<string, AppFile>()
  for (const name of dropOld(folder, now, limits)) {
    const path = immutableFolder + name
    if (!current.has(path)) kept.set(path, describeFile(path, readFileSync(join(folder, name))))
  }
  return kept
}

function isHashed(path: string): boolean {
  return path.startsWith(immutableFolder) && hashedName.test(path.slice(immutableFolder.length))
}

function readLastBuild(folder: string): string[] {
  const list = join(folder, lastBuild)
  return existsSync(list)
    ? readFileSync(list, 'utf8')
        .split('\n')
        .filter((name) => hashedName.test(name))
    : []
}

function writeIfMissing(file: string, bytes: Buffer): void {
  if (statSync(file, { throwIfNoEntry: false })?.size !== bytes.length) writeWhole(file, bytes)
}

/** Under its name there is all of it or nothing, even after a power cut. */
function writeWhole(file: string, bytes: Buffer): void {
  const unfinished = `${file}.${process.pid}`
  const handle = openSync(unfinished, 'w')
  try {
    writeFileSync(handle, bytes)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(unfinished, file)
}

/** Removes what is too old, then the oldest until the rest fits; returns the names that stay. */
function dropOld(folder: string, now: Date, { mostDays, mostBytes }: KeepingLimits): string[] {
  const files = readdirSync(folder)
    .filter((name) => name !== lastBuild)
    .map((name) => ({ name, ...sizeAndAge(join(folder, name), now) }))
    .sort((a, b) => a.days - b.days)
  let bytes = 0
  return files.flatMap(({ name, size, days }) => {
    if (hashedName.test(name)) bytes += size
    if (hashedName.test(name) && bytes <= mostBytes && days <= mostDays) return [name]
    // Another process that starts at this moment may still be writing a file under its unfinished name.
    if (hashedName.test(name) || days > 1) rmSync(join(folder, name), { recursive: true, force: true })
    return []
  })
}

function sizeAndAge(path: string, now: Date): { readonly size: number; readonly days: number } {
  const { size, mtimeMs } = statSync(path)
  return { size, days: (now.getTime() - mtimeMs) / dayMs }
}
