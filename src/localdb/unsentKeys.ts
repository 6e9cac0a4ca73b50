// Which own operations have no verdict yet, by keys alone.
import type { Collection } from 'dexie'
import type { LocalDexie } from './LocalDexie.ts'
import type { OperationRow, StreamRow } from './LocalRows.ts'

/** What was recorded after the watermark may wait; refused operations among it do not. */
export function streamsWithUnsent(rows: readonly StreamRow[]): StreamRow[] {
  return rows.filter(({ n, acked }) => n > acked)
}

/** In order of n, up to `before` (not included). */
export function unsentKeys(
  dexie: LocalDexie,
  { stream, acked }: Pick<StreamRow, 'stream' | 'acked'>,
  before = Infinity,
): Collection<OperationRow, [string, number]> {
  return dexie.operations
    .where('[status+stream+n]')
    .between(['unsent', stream, acked + 1], ['unsent', stream, before], true, false)
}

/** The same for requests that go past Dexie, as a range of the index; undefined where nothing can lie in it: IndexedDB refuses such a range. */
export function unsentRange(
  keyRange: typeof IDBKeyRange,
  { stream, acked }: Pick<StreamRow, 'stream' | 'acked'>,
  before = Infinity,
): IDBKeyRange | undefined {
  if (acked + 1 >= before) return undefined
  return keyRange.bound(['unsent', stream, acked + 1], ['unsent', stream, before], false, true)
}
