// One operation that came in, checked as far as that goes without the database and without its neighbours.
import { isDeviceId, isStreamId } from '../../domain/oplog/Dot.ts'
import { isOrderSensitive } from '../../domain/audit/isOrderSensitive.ts'
import type { EncodedOperation, OperationHeader } from '../../domain/oplog/Operation.ts'
import { parseHeader } from '../../domain/oplog/parseOperation.ts'
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import { branded, integer, shape, text, type Parsed } from '../../domain/parse/Parser.ts'
import { mostOperationBytes } from '../../protocol/limits.ts'
import type { RefusalCode } from './QuarantineCode.ts'

export interface ReceivedOperation {
  readonly encoded: EncodedOperation
  /** Of the header text. */
  readonly hash: string
  /** The place in this device's chain of this stream that the header claims; undefined where it claims none that can be read. */
  readonly claimedN: number | undefined
  /** The hash of the operation before it, as far as that can be read. */
  readonly prev: string | undefined
  /** Why it can never be part of the log. */
  readonly problem: RefusalCode | undefined
  /** An order-sensitive act with what it cites [P14]. */
  readonly act: CitingAct | undefined
}

export type CitingAct = Pick<OperationHeader, 'device'> & { readonly body: unknown }

/** Whose operation it should be, and of which stream. */
export interface RunOrigin {
  readonly stream: string
  readonly device: string
}

export function receiveOperation(encoded: EncodedOperation, origin: RunOrigin, sha256: Sha256): ReceivedOperation {
  const hash = sha256(encoded.header)
  const header = parseHeader(encoded.header)
  if (!header.ok) {
    const claim = readClaim(encoded.header)
    const claimedN = claim?.place !== undefined && isOf(origin, claim.place) ? claim.place.n : undefined
    return { encoded, hash, claimedN, prev: claim?.prev, problem: header.error, act: undefined }
  }
  const { device, kind, n, prev } = header.value
  const body = parseJson(encoded.body)
  const problem = findProblem(encoded, { header: header.value, body, origin }, sha256)
  const act = problem === undefined && isOrderSensitive(kind) ? { device, body } : undefined
  return { encoded, hash, claimedN: isOf(origin, header.value) ? n : undefined, prev, problem, act }
}

interface ReadOperation {
  readonly header: OperationHeader
  readonly body: unknown
  readonly origin: RunOrigin
}

/** What others may have done to it comes before what its own device did wrong [P11]. */
function findProblem(
  encoded: EncodedOperation,
  { header, body, origin }: ReadOperation,
  sha256: Sha256,
): RefusalCode | undefined {
  if (header.stream !== origin.stream) return 'wrong-stream'
  if (header.device !== origin.device) return 'wrong-device'
  if (sha256(encoded.salt + encoded.body) !== header.bodyHash) return 'body-mismatch'
  if (body === undefined || isDeeperThan(mostLevels, body) || !isStorable(encoded)) return 'malformed-operation'
  return byteLength(encoded) > mostOperationBytes ? 'too-large' : undefined
}

function isOf(origin: RunOrigin, { stream, device }: RunOrigin): boolean {
  return stream === origin.stream && device === origin.device
}

/** Bodies of ours have five levels at most. Thousands would overflow the stack of whoever serialises them, on every tablet. */
const mostLevels = 100

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner))
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
const prevOnly = shape({ prev: text(43) })

interface Claim {
  readonly place: Parsed<typeof placeOnly> | undefined
  readonly prev: string | undefined
}

/** A faulty header may still tell where it belongs, so that what follows it in the chain is not held up. */
function readClaim(header: string): Claim | undefined {
  const raw = parseJson(header)
  return raw === undefined ? undefined : { place: placeOnly(raw), prev: prevOnly(raw)?.prev }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}
