// A disk of its own, small enough to be filled to the last byte. Linux and root only.
import { execFile } from 'node:child_process'
import { open, mkdtemp, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** Room for a browser's profile with our app in it. */
const browserMegabytes = 160

export interface SmallDisk {
  readonly folder: string
  /** Until not one byte fits any more. */
  readonly fill: () => Promise<void>
  readonly free: () => Promise<void>
  readonly remove: () => Promise<void>
}

/** Undefined where mounting is not allowed. */
export async function makeSmallDisk(megabytes = browserMegabytes): Promise<SmallDisk | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'genba-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  } catch {
    await rmdir(folder)
    return undefined
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => fill(filler),
    free: () => rm(filler, { force: true }),
    async remove() {
      // Lazily: a process of the browser that is just ending may still hold a file.
      await run('umount', ['--lazy', folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function fill(path: string): Promise<void> {
  const file = await open(path, 'a')
  try {
    for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 4)) await appendUntilFull(file, Buffer.alloc(size))
  } finally {
    await file.close()
  }
}

async function appendUntilFull(file: Awaited<ReturnType<typeof open>>, piece: Buffer): Promise<void> {
  try {
    for (;;) await file.appendFile(piece)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}
