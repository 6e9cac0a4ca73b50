// What a device pushed of one stream, checked as far as that goes without the database.
import { isDeviceId, isStreamId } from '../../domain/oplog/Dot.ts'
import type { EncodedOperation } from '../../domain/oplog/Operation.ts'
import { parseHeader, verifyOperation } from '../../domain/oplog/parseOperation.ts'
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import { branded, integer, shape, type Parser } from '../../domain/parse/Parser.ts'
import { mostOperationBytes } from '../../protocol/limits.ts'
import type { RefusalCode } from './QuarantineCode.ts'

export interface ReceivedOperation {
  readonly encoded: EncodedOperation
  /** Of the header text. */
  readonly hash: string
  /** The place in this device's chain of this stream that the header claims; undefined where it claims none that can be read. */
  readonly claimedN: number | undefined
  readonly prev: string | undefined
  /** Why it can never be part of the log. */
  readonly problem: RefusalCode | undefined
}

export interface ReceivedRun {
  readonly device: string
  readonly operations: readonly ReceivedOperation[]
  /** Over the last operation's header text. */
  readonly signature: string
}

/** Who pushed, to which stream. */
export interface RunOrigin {
  readonly stream: string
  readonly device: string
}

export function receiveOperation(encoded: EncodedOperation, origin: RunOrigin, sha256: Sha256): ReceivedOperation {
  const header = parseHeader(encoded.header)
  const place = header.ok ? header.value : claimedPlace(encoded.header)
  const isOfOrigin = place?.stream === origin.stream && place.device === origin.device
  return {
    encoded,
    hash: sha256(encoded.header),
    claimedN: isOfOrigin ? place.n : undefined,
    prev: header.ok ? header.value.prev : undefined,
    problem: findProblem(encoded, header, { origin, sha256 }),
  }
}

function findProblem(
  encoded: EncodedOperation,
  header: ReturnType<typeof parseHeader>,
  { origin, sha256 }: { readonly origin: RunOrigin; readonly sha256: Sha256 },
): RefusalCode | undefined {
  if (!isStorable(encoded)) return 'malformed-operation'
  if (byteLength(encoded) > mostOperationBytes) return 'too-large'
  if (!header.ok) return header.error
  if (header.value.stream !== origin.stream) return 'wrong-stream'
  if (header.value.device !== origin.device) return 'wrong-device'
  const verified = verifyOperation(encoded, sha256)
  return verified.ok ? undefined : verified.error
}

/** NUL and lone surrogates: no honest tablet sends them, and PostgreSQL can store neither. */
const unstorable = /[\0\p{Surrogate}]/u

function isStorable({ header, body, salt }: EncodedOperation): boolean {
  return !unstorable.test(header) && !unstorable.test(body) && !unstorable.test(salt)
}

function byteLength({ header, body, salt }: EncodedOperation): number {
  return Buffer.byteLength(header) + Buffer.byteLength(body) + Buffer.byteLength(salt)
}

const placeOnly = shape({ stream: branded(isStreamId), device: branded(isDeviceId), n: integer(1) })
type Place = typeof placeOnly extends Parser<infer Value> ? Value : never

/** A damaged header may still tell where it belongs, so that what follows it in the chain is not held up. */
function claimedPlace(header: string): Place | undefined {
  try {
    return placeOnly(JSON.parse(header))
  } catch {
    return undefined
  }
}
