// Serialises a draft into the bytes that are kept for ever. Beside `reissueOperations` the only place that writes header text.
import { noPrevious, type Sha256 } from './Sha256.ts'
import type { EncodedOperation, OperationDraft, OperationHeader } from './Operation.ts'
import { firstBodyVersion } from './readBody.ts'
import type { DeviceId, PersonId, StreamId } from './Dot.ts'

/** Where a device's chain of one stream stands: the n and hash of its last operation. */
export interface ChainHead {
  readonly n: number
  readonly hash: string
}

export const emptyChain: ChainHead = { n: 0, hash: noPrevious }

/** Who records, where and when. `salt` gives 16 fresh random bytes as base64url a call [M3]. */
export interface RecordingContext {
  readonly stream: StreamId
  readonly device: DeviceId
  readonly author: PersonId
  readonly at: string
  readonly offset: number | null
  readonly salt: () => string
  readonly sha256: Sha256
}

export interface EncodedRun {
  readonly operations: readonly EncodedOperation[]
  /** The chain after the last of them. */
  readonly head: ChainHead
}

/** Encodes drafts as the contiguous operations that follow `head` in this device's chain [M1] [M2]. */
export function encodeOperations(
  drafts: readonly OperationDraft[],
  head: ChainHead,
  context: RecordingContext,
): EncodedRun {
  const operations: EncodedOperation[] = []
  let { n, hash } = head
  for (const draft of drafts) {
    n += 1
    const encoded = encodeOperation(draft, { n, prev: hash }, context)
    hash = context.sha256(encoded.header)
    operations.push(encoded)
  }
  return { operations, head: { n, hash } }
}

function encodeOperation(
  draft: OperationDraft,
  place: { readonly n: number; readonly prev: string },
  context: RecordingContext,
): EncodedOperation {
  const salt = context.salt()
  const body = JSON.stringify(draft.body)
  const header: OperationHeader = {
    v: draft.v ?? firstBodyVersion,
    stream: context.stream,
    device: context.device,
    n: place.n,
    prev: place.prev,
    kind: draft.kind,
    entity: draft.entity,
    supersedes: draft.supersedes,
    author: context.author,
    at: context.at,
    offset: context.offset,
    bodyHash: context.sha256(salt + body),
  }
  return { header: JSON.stringify(header), body, salt }
}
