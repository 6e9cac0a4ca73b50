// Says no to large things while what was set aside for a full disk is in use: that room is for what people type.
import type { LocalDatabase } from './LocalDatabase.ts'
import { LocalDatabaseError } from './LocalDatabaseError.ts'

/** Throws before anything was read or written. */
export function refuseFiles({ lost, reserve }: Pick<LocalDatabase, 'lost' | 'reserve'>): void {
  if (lost.code !== undefined) throw new LocalDatabaseError(lost.code)
  if (reserve.isInUse()) throw new LocalDatabaseError('quota-exceeded')
}
