// A database that is being built beside the one in use, to take its place.
import type { DatabaseSettings } from './openEngine.ts'
import type { LoadRows } from './rowLoader.ts'

export interface RestoreTarget {
  readonly load: LoadRows
  /** Brings what was loaded to this release's schema, gives every organisation its fresh epoch, and changes places. */
  readonly takeOver: (epochOf: () => string) => Promise<void>
  /** Leaves the database in use as it was. Harmless after `takeOver`. */
  readonly abandon: () => Promise<void>
}

export interface Restoring extends DatabaseSettings {
  /** Migrations that the rows' database had seen, in their order. */
  readonly schema: readonly string[]
  /** Names the place where the old data go: letters, digits and underscores. */
  readonly aside: string
}
