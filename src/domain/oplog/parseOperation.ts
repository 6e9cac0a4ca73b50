// Reads header texts that came from outside: a wire message, a row, a file. Never trusts, never throws.
import { formatDot, isDeviceId, isDot, isEntityId, isPersonId, isStreamId } from './Dot.ts'
import { isHash, noPrevious, type Sha256 } from './Sha256.ts'
import type { EncodedOperation, Operation, OperationHeader } from './Operation.ts'
import { branded, eitherOf, integer, listOf, nullOr, shape, textMatching, type Parser } from '../parse/Parser.ts'
import { err, ok, type Result } from '../Result.ts'

export type OperationProblem = 'malformed-operation' | 'body-mismatch'

/** The most operations that one operation may supersede: enough for the widest removal, small enough to check. */
export const mostSuperseded = 500

const hash: Parser<string> = (value) => (typeof value === 'string' && isHash(value) ? value : undefined)
const noHash: Parser<string> = (value) => (value === noPrevious ? noPrevious : undefined)

const header: Parser<OperationHeader> = shape({
  v: integer(1, 1_000),
  stream: branded(isStreamId),
  device: branded(isDeviceId),
  n: integer(1),
  prev: eitherOf(hash, noHash),
  kind: textMatching(/^[a-z]+(-[a-z]+)+$/),
  entity: branded(isEntityId),
  supersedes: listOf(branded(isDot), mostSuperseded),
  author: branded(isPersonId),
  at: textMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/),
  offset: nullOr(integer(-Number.MAX_SAFE_INTEGER)),
  bodyHash: hash,
})

/** Parses a header text. A first operation has no `prev`, every later one has [M2]. */
export function parseHeader(text: string): Result<OperationHeader, 'malformed-operation'> {
  const parsed = header(parseJson(text))
  if (parsed === undefined || (parsed.n === 1) !== (parsed.prev === noPrevious)) return err('malformed-operation')
  return ok(parsed)
}

/** Parses an operation of which the hash was checked before (our own row, a page with the right root). */
export function parseOperation(encoded: EncodedOperation): Result<Operation, OperationProblem> {
  const parsed = parseHeader(encoded.header)
  if (!parsed.ok) return parsed
  const body = parseJson(encoded.body)
  if (body === undefined) return err('malformed-operation')
  return ok({ ...parsed.value, dot: formatDot(parsed.value.device, parsed.value.n), body })
}

/** Parses an operation from a stranger: the body must be the one that the header was made for [M3]. */
export function verifyOperation(encoded: EncodedOperation, sha256: Sha256): Result<Operation, OperationProblem> {
  const parsed = parseOperation(encoded)
  if (parsed.ok && sha256(encoded.salt + encoded.body) !== parsed.value.bodyHash) return err('body-mismatch')
  return parsed
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
