// One open audit in memory: the folded state and its typed view, kept up to date entity by entity. Never reads or writes storage.
import type { Audit } from './Audit.ts'
import { auditKinds } from './auditKinds.ts'
import { readAudit, readEntity, type AuditView } from './readAudit.ts'
import type { EntityId } from '../oplog/Dot.ts'
import { foldOperations, type FoldOutcome } from '../oplog/foldOperations.ts'
import type { Operation } from '../oplog/Operation.ts'
import type { EntityState, StreamState } from '../oplog/StreamState.ts'

export class AuditDocument {
  #state: StreamState
  #view: AuditView

  constructor(state: StreamState) {
    this.#state = state
    this.#view = readAudit(state)
  }

  get state(): StreamState {
    return this.#state
  }

  /** Folds operations in; the same operations again change nothing [M6]. Where it asks for a refold, `restart` with the whole log. */
  apply(operations: Iterable<Operation>): FoldOutcome {
    const outcome = foldOperations(this.#state, operations, auditKinds)
    for (const id of outcome.changed) {
      const entity = this.#state.entities.get(id)
      if (entity !== undefined) readEntity(this.#view, entity)
    }
    return outcome
  }

  /** Goes on from another state of the same audit: `audit` is then another object. */
  restart(state: StreamState): void {
    this.#state = state
    this.#view = readAudit(state)
  }

  /** The audit as it reads now. Its maps change in place with `apply`; each answer, finding and item in them is immutable. */
  get audit(): Audit {
    return this.#view
  }

  entity(id: EntityId): EntityState | undefined {
    return this.#state.entities.get(id)
  }
}
