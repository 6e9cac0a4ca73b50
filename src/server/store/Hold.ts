// A lock on a database as a whole: shared by all who work with it, or held alone by who exchanges it.

export interface Hold {
  readonly release: () => Promise<void>
}

export type HoldMode = 'shared' | 'alone'

export interface Holding {
  /** Hears that the connection which held the lock broke and that the lock was got back: anything may have happened meanwhile. */
  readonly onRegained?: (() => void) | undefined
}
