// Unfinished pieces of work under names of their own: begun again and again while somebody types, ended once.
import type { WorkInProgress } from './createWorkInProgress.ts'

export interface KeyedWork {
  readonly begin: (key: string, finish?: () => unknown) => void
  readonly end: (key: string) => void
  readonly endAll: () => void
}

export function createKeyedWork(work: Pick<WorkInProgress, 'begin'>): KeyedWork {
  const pieces = new Map<string, () => void>()
  function end(key: string): void {
    pieces.get(key)?.()
    pieces.delete(key)
  }
  return {
    begin(key, finish) {
      if (!pieces.has(key)) pieces.set(key, work.begin(finish))
    },
    end,
    endAll() {
      for (const key of [...pieces.keys()]) end(key)
    },
  }
}
