// For readings and caches that nobody waits for: trouble of the database is met again, and told, by the next save.
import { LocalDatabaseError } from '../../localdb/LocalDatabaseError.ts'

export function ignoreUnlessBug(error: unknown): void {
  if (!(error instanceof LocalDatabaseError)) throw error
}
