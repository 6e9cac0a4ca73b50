// What a person has begun on this page and the tablet has not yet kept: while there is any, nothing may load the page anew.

export interface WorkInProgress {
  /** Something is unfinished until the returned function is called. `finish` brings it to its end early, where that is possible. */
  readonly begin: (finish?: () => unknown) => () => void
  readonly isBusy: () => boolean
  /** Calls back whenever the answer of `isBusy` changes. Returns what ends the watching. */
  readonly watch: (listener: (isBusy: boolean) => void) => () => void
  /** Lets everything finish that can; true when nothing is left unfinished. */
  readonly settle: () => Promise<boolean>
}

interface Piece {
  readonly finish: (() => unknown) | undefined
}

export function createWorkInProgress(): WorkInProgress {
  const pieces = new Set<Piece>()
  const listeners = new Set<(isBusy: boolean) => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener(pieces.size > 0)
  }
  return {
    begin(finish) {
      const piece = { finish }
      pieces.add(piece)
      if (pieces.size === 1) tell()
      return () => {
        if (pieces.delete(piece) && pieces.size === 0) tell()
      }
    },
    isBusy: () => pieces.size > 0,
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async settle() {
      await Promise.allSettled([...pieces].map(({ finish }) => Promise.resolve().then(finish)))
      return pieces.size === 0
    },
  }
}
