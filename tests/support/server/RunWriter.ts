// Writes real operations of one device into one stream, for tests of the server: it does not care what the kinds mean.
import type { DeviceId, EntityId, PersonId, StreamId } from '../../../src/domain/oplog/Dot.ts'
import { emptyChain, encodeOperations, type ChainHead } from '../../../src/domain/oplog/encodeOperation.ts'
import type { EncodedOperation } from '../../../src/domain/oplog/Operation.ts'
import { receiveOperation, type ReceivedRun } from '../../../src/server/store/receiveOperation.ts'
import type { PushRequest } from '../../../src/protocol/push.ts'
import { sha256ForTests } from '../sha256ForTests.ts'

const aSignature = 's'.repeat(64)
const aDeviceKey = { algorithm: 'Ed25519', publicKey: 'a-public-key' } as const

export class RunWriter {
  readonly device: string
  readonly stream: string
  #head: ChainHead

  constructor(device: string, stream: string, head: ChainHead = emptyChain) {
    this.device = device
    this.stream = stream
    this.#head = head
  }

  get head(): ChainHead {
    return this.#head
  }

  /** The next operations of this device, one a body. */
  write(...bodies: readonly unknown[]): EncodedOperation[] {
    const drafts = bodies.map((body) => ({
      kind: 'answer-noted',
      entity: 'answer:a1' as EntityId,
      supersedes: [],
      body,
    }))
    const run = encodeOperations(drafts, this.#head, {
      stream: this.stream as StreamId,
      device: this.device as DeviceId,
      author: 'person' as PersonId,
      at: '2023-10-24T05:32:00.000Z',
      offset: null,
      salt: () => 'c2FsdA',
      sha256: sha256ForTests,
    })
    this.#head = run.head
    return [...run.operations]
  }

  writeMany(count: number): EncodedOperation[] {
    return this.write(...Array.from({ length: count }, (_, index) => `${this.device} ${this.#head.n + index + 1}`))
  }

  /** Another tablet with this one's id, as after restoring a backup: it goes on from the same place. */
  clone(): RunWriter {
    return new RunWriter(this.device, this.stream, this.#head)
  }

  /** What the store takes. */
  run(operations: readonly EncodedOperation[]): ReceivedRun {
    return {
      device: this.device,
      signature: aSignature,
      operations: operations.map((operation) => receiveOperation(operation, this, sha256ForTests)),
    }
  }

  /** What goes over the wire. */
  push(operations: readonly EncodedOperation[], nonce = 'nonce'): PushRequest {
    const ops = operations.map(({ header, body, salt }) => ({ h: header, b: body, s: salt }))
    const batches = [{ stream: this.stream, ops, signature: aSignature }]
    return { proto: 1, nonce, device: this.device, deviceKey: aDeviceKey, epoch: null, batches }
  }
}
