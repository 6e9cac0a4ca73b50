// A device in a test: it writes real operations into its own chain, seeing what it has folded so far.
import { AuditDocument } from '../../src/domain/audit/AuditDocument.ts'
import { auditKinds, type AuditDraft } from '../../src/domain/audit/auditKinds.ts'
import type { DeviceId, PersonId, StreamId } from '../../src/domain/oplog/Dot.ts'
import { emptyChain, encodeOperations, type ChainHead } from '../../src/domain/oplog/encodeOperation.ts'
import { foldOperations } from '../../src/domain/oplog/foldOperations.ts'
import type { EncodedOperation, Operation, OperationDraft } from '../../src/domain/oplog/Operation.ts'
import { parseOperation } from '../../src/domain/oplog/parseOperation.ts'
import { emptyStreamState, type StreamState } from '../../src/domain/oplog/StreamState.ts'
import { must } from '../../src/domain/must.ts'
import { sha256ForTests } from './sha256ForTests.ts'

export class TestDevice {
  readonly document = new AuditDocument(emptyStreamState())
  readonly encoded: EncodedOperation[] = []
  readonly written: Operation[] = []
  /** Everything it has folded, as its log. */
  readonly #log: Operation[] = []
  #head: ChainHead = emptyChain
  readonly #name: string

  constructor(name: string) {
    this.#name = name
  }

  get audit() {
    return this.document.audit
  }

  /** Writes drafts and sees them itself at once. */
  write(drafts: readonly (AuditDraft | OperationDraft)[]): readonly Operation[] {
    const run = encodeOperations(drafts, this.#head, {
      stream: 'audit-1' as StreamId,
      device: this.#name as DeviceId,
      author: `person-${this.#name}` as PersonId,
      at: '2023-10-24T05:32:00.000Z',
      offset: null,
      salt: () => `salt-${this.#name}`,
      sha256: sha256ForTests,
    })
    this.#head = run.head
    const operations = run.operations.map((encoded) => {
      const parsed = parseOperation(encoded)
      return must(parsed.ok ? parsed.value : undefined, 'a readable operation')
    })
    this.encoded.push(...run.operations)
    this.written.push(...operations)
    this.see(operations)
    return operations
  }

  see(operations: Iterable<Operation>): void {
    const seen = [...operations]
    this.#log.push(...seen)
    if (this.document.apply(seen).needsRefold) this.document.restart(foldAnew(this.#log))
  }

  /** Sees everything that another device has written. */
  seeAllOf(other: TestDevice): void {
    this.see(other.written)
  }
}

function foldAnew(log: readonly Operation[]): StreamState {
  const state = emptyStreamState()
  foldOperations(state, log, auditKinds)
  return state
}
