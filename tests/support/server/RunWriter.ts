// Writes real operations of one device into one stream and signs them, for tests of the server: it does not care what the kinds mean.
import type { EntityId, PersonId, StreamId } from '../../../src/domain/oplog/Dot.ts'
import { emptyChain, encodeOperations, type ChainHead } from '../../../src/domain/oplog/encodeOperation.ts'
import type { EncodedOperation } from '../../../src/domain/oplog/Operation.ts'
import { must } from '../../../src/domain/must.ts'
import type { PushBatch, PushRequest } from '../../../src/protocol/push.ts'
import { receiveRun, type ReceivedRun } from '../../../src/server/store/receiveRun.ts'
import { sha256ForTests } from '../sha256ForTests.ts'
import { testKey, type TestKey } from './testKey.ts'

/** What distinguishes a run of ours from the usual one. */
type RunSettings = Partial<Pick<ReceivedRun, 'isRelayed' | 'isAgain'>>

export class RunWriter {
  readonly stream: string
  readonly key: TestKey
  readonly #name: string
  #head: ChainHead

  /** The name makes the key, and the key the device's id. */
  constructor(name: string, stream: string, head: ChainHead = emptyChain) {
    this.#name = name
    this.key = testKey(name)
    this.stream = stream
    this.#head = head
  }

  get device(): string {
    return this.key.device
  }

  get head(): ChainHead {
    return this.#head
  }

  /** The next operations of this device, one a body. */
  write(...bodies: readonly unknown[]): EncodedOperation[] {
    return this.writeKind('answer-noted', 'answer:a1', ...bodies)
  }

  writeKind(kind: string, entity: string, ...bodies: readonly unknown[]): EncodedOperation[] {
    const drafts = bodies.map((body) => ({ kind, entity: entity as EntityId, supersedes: [], body }))
    const run = encodeOperations(drafts, this.#head, {
      stream: this.stream as StreamId,
      device: this.key.device,
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
    return this.write(...Array.from({ length: count }, (_, index) => `${this.#name} ${this.#head.n + index + 1}`))
  }

  /** Another tablet with this one's id and key, as after restoring a backup: it goes on from the same place. */
  clone(): RunWriter {
    return new RunWriter(this.#name, this.stream, this.#head)
  }

  /** What the store takes. */
  run(operations: readonly EncodedOperation[], settings: RunSettings = {}): ReceivedRun {
    const { device, stream } = this
    const run = { device, stream, operations, signature: this.#sign(operations), isRelayed: false, isAgain: false }
    return receiveRun({ ...run, ...settings }, sha256ForTests)
  }

  /** One run as it travels. */
  batch(operations: readonly EncodedOperation[]): PushBatch {
    const ops = operations.map(({ header, body, salt }) => ({ h: header, b: body, s: salt }))
    return { stream: this.stream, ops, signature: this.#sign(operations) }
  }

  /** One run as somebody else hands it over. */
  relayed(operations: readonly EncodedOperation[]): PushBatch {
    const { device, deviceKey } = this.key
    return { ...this.batch(operations), origin: { device, deviceKey } }
  }

  /** What goes over the wire. */
  push(operations: readonly EncodedOperation[], nonce = 'nonce'): PushRequest {
    return this.pushBatches([this.batch(operations)], nonce)
  }

  pushBatches(batches: PushBatch[], nonce = 'nonce'): PushRequest {
    return { proto: 1, nonce, device: this.device, deviceKey: this.key.deviceKey, epoch: null, batches }
  }

  #sign(operations: readonly EncodedOperation[]): string {
    return this.key.sign(must(operations.at(-1), 'an operation to sign').header)
  }
}
