// The ZIP package of a workbook: its directory is judged before a single byte is unpacked, and only asked-for parts ever are.
import { strFromU8, unzipSync } from 'fflate'
import { err, ok, type Result } from '../../domain/Result.ts'
import type { TableRefusal } from '../Table.ts'
import { tableLimits } from '../tableLimits.ts'

export interface WorkbookPackage {
  readonly has: (path: string) => boolean
  /** The part's text; undefined where the package has no such part or it cannot be unpacked. */
  readonly read: (path: string) => string | undefined
}

export function openPackage(bytes: Uint8Array): Result<WorkbookPackage, TableRefusal> {
  const names = new Set<string>()
  const total = { entries: 0, packed: 0, unpacked: 0 }
  try {
    unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        names.add(name)
        total.entries += 1
        total.packed += size
        total.unpacked += originalSize
        return false
      },
    })
  } catch (error) {
    if (isZipError(error)) return err('broken-file')
    throw error
  }
  if (isBomb(total)) return err('unpacks-too-large')
  return ok({ has: (path) => names.has(path), read: (path) => (names.has(path) ? readPart(bytes, path) : undefined) })
}

function isBomb(total: { readonly entries: number; readonly packed: number; readonly unpacked: number }): boolean {
  if (total.entries > tableLimits.packageEntries || total.unpacked > tableLimits.unpackedBytes) return true
  return total.unpacked > tableLimits.harmlessBytes && total.unpacked > total.packed * tableLimits.unpackRatio
}

/** A directory that lies about a size gains nothing: unpacking stops at the size it states. */
function readPart(bytes: Uint8Array, path: string): string | undefined {
  try {
    const part = unzipSync(bytes, { filter: ({ name }) => name === path })[path]
    return part && strFromU8(part)
  } catch (error) {
    if (isZipError(error)) return undefined
    throw error
  }
}

/** fflate numbers its errors; a package cut in the middle of its directory makes it read beyond the end. */
function isZipError(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && 'code' in error && typeof error.code === 'number')
}
