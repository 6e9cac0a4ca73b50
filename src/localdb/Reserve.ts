// Room set aside for the day the disk is full: bytes that mean nothing, freed so that what a person types is still taken in. One part
// is a row of this database, for the browser's allowance; another, where the browser has files, lies beside it, for the disk itself:
// a database that cannot be opened for want of room cannot give up a row either.

/** Enough for hours of taps and texts; photos must not touch it. Random, for a file system may compress. */
export const reserveBytes = 512 * 1024

/** Files of this site outside of the database. Each answers false where there is nothing of the kind. */
export interface DiskReserve {
  /** True once it lies there. */
  readonly fill: (bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>
  /** True where it lay there and its room is free now. */
  readonly free: () => Promise<boolean>
}

export interface Reserve {
  readonly disk: DiskReserve | undefined
  /** The reserve was spent and not filled again: texts are taken in, nothing large may be. */
  readonly isInUse: () => boolean
  readonly setInUse: (isInUse: boolean) => void
  /** Calls back whenever `isInUse` changes. Returns what ends it. */
  readonly watch: (listener: (isInUse: boolean) => void) => () => void
}

export function createReserve(disk: DiskReserve | undefined): Reserve {
  let isInUse = false
  const listeners = new Set<(isInUse: boolean) => void>()
  return {
    disk,
    isInUse: () => isInUse,
    setInUse(next) {
      if (next === isInUse) return
      isInUse = next
      for (const listener of [...listeners]) listener(next)
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
