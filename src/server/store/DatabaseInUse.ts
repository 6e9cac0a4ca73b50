// Somebody else holds the database in a way that forbids what was wanted: a server under a restore, a restore under a server.
import { StoreError } from './StoreError.ts'

export class DatabaseInUse extends StoreError {
  constructor(cause?: unknown) {
    super('busy', cause)
  }
}
