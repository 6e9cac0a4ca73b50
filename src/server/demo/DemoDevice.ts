// A tablet that exists only while sample data is made: it records real operations in its own chain and signs their run.
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { sha256 } from '../sha256.ts'
import { AuditDocument } from '../../domain/audit/AuditDocument.ts'
import type { Audit } from '../../domain/audit/Audit.ts'
import type { AuditDraft } from '../../domain/audit/auditKinds.ts'
import { decideIntroduce } from '../../domain/audit/decideIntroduce.ts'
import { must } from '../../domain/must.ts'
import { deviceIdOf } from '../../domain/oplog/deviceIdOf.ts'
import type { PersonId, StreamId } from '../../domain/oplog/Dot.ts'
import { emptyChain, encodeOperations, type ChainHead } from '../../domain/oplog/encodeOperation.ts'
import type { EncodedOperation } from '../../domain/oplog/Operation.ts'
import { parseOperation } from '../../domain/oplog/parseOperation.ts'
import { emptyStreamState } from '../../domain/oplog/StreamState.ts'
import { mostOperationsPerBatch } from '../../protocol/limits.ts'
import type { PushRequest } from '../../protocol/push.ts'
import { protocolVersion } from '../../protocol/protocolVersion.ts'

const randomId = () => randomBytes(16).toString('base64url')

/** One stream's worth of recording by one person. */
export class DemoDevice {
  readonly stream: StreamId
  readonly #document = new AuditDocument(emptyStreamState())
  readonly #operations: EncodedOperation[] = []
  readonly #keys = generateKeyPairSync('ed25519')
  readonly #publicKey = spki(this.#keys.publicKey)
  readonly #device = deviceIdOf(this.#publicKey, sha256)
  readonly #person: { readonly id: PersonId; readonly name: string }
  #head: ChainHead = emptyChain

  /** With a stream that another device has opened it writes there, without having seen what stands in it. */
  constructor(name: string, stream = `audit-${randomId()}` as StreamId) {
    this.stream = stream
    this.#person = { id: randomId() as PersonId, name }
  }

  get audit(): Audit {
    return this.#document.audit
  }

  get document(): AuditDocument {
    return this.#document
  }

  readonly newId = randomId

  /** Bytes of its evidence, by SHA-256 as base64url. */
  readonly files = new Map<string, Buffer>()

  /** Records drafts as of an instant. */
  record(drafts: readonly AuditDraft[], at: string): void {
    const introduced = [...decideIntroduce(this.#document.state, this.#person), ...drafts]
    const run = encodeOperations(introduced, this.#head, {
      stream: this.stream,
      device: this.#device,
      author: this.#person.id,
      at,
      offset: 0,
      salt: randomId,
      sha256,
    })
    this.#head = run.head
    this.#operations.push(...run.operations)
    this.#document.apply(run.operations.map(parsed))
  }

  /** Everything recorded, as pushes of signed runs in their order. */
  pushes(): readonly PushRequest[] {
    const pushes: PushRequest[] = []
    for (let start = 0; start < this.#operations.length; start += mostOperationsPerBatch) {
      const run = this.#operations.slice(start, start + mostOperationsPerBatch)
      const last = must(run.at(-1), 'the last operation of a run')
      pushes.push({
        proto: protocolVersion,
        nonce: randomId(),
        device: this.#device,
        deviceKey: { algorithm: 'Ed25519', publicKey: this.#publicKey },
        epoch: null,
        batches: [
          {
            stream: this.stream,
            ops: run.map(({ header, body, salt }) => ({ h: header, b: body, s: salt })),
            signature: sign(null, Buffer.from(last.header, 'utf8'), this.#keys.privateKey).toString('base64url'),
          },
        ],
      })
    }
    return pushes
  }
}

function parsed(encoded: EncodedOperation) {
  const operation = parseOperation(encoded)
  return must(operation.ok ? operation.value : undefined, 'an operation of our own')
}

function spki(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).toString('base64url')
}
