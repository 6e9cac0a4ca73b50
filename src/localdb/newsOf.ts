// What a change brings to a reader, without a look into the database: only where the page that came begins where the reader stands.
import type { StreamChange } from './LocalDatabase.ts'
import type { StreamPosition } from './LocalRows.ts'
import { parseShared } from './readStreamLog.ts'
import type { Operation } from '../domain/oplog/Operation.ts'

export interface PageNews {
  readonly operations: readonly Operation[]
  readonly position: StreamPosition
}

/**
 * Undefined where only `readSince` can tell. The reader's own n stays where it was: own operations that it has not seen lie outside of
 * the page, or come with it, and reading one twice is harmless [M6].
 */
export function newsOf({ page }: StreamChange, position: StreamPosition): PageNews | undefined {
  if (page === undefined) return undefined
  const { before, after, generation, refolds } = page
  if (position.cursor !== before || position.generation !== generation || position.refolds !== refolds) return undefined
  const operations = page.operations.flatMap((encoded) => parseShared(encoded) ?? [])
  return { operations, position: { ...position, cursor: after } }
}
