// Turns every failure into an answer with a code of the protocol. The only place with statuses; never lets an error's text out.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { ErrorAnswer, ErrorCode } from '../../protocol/errorAnswer.ts'
import { errorCodeOfStore } from '../sync/errorCodeOfStore.ts'
import { RequestRefusal } from './RequestRefusal.ts'

const statuses: Readonly<Record<ErrorCode, number>> = {
  'malformed-request': 400,
  'wrong-address': 403,
  'not-found': 404,
  'batch-too-large': 413,
  'evidence-too-large': 413,
  'unsupported-type': 415,
  'too-many-pixels': 422,
  'wrong-hash': 422,
  'unsupported-protocol': 426,
  internal: 500,
  busy: 503,
  'storage-full': 503,
}

/** When it is worth trying again. A full disk waits for a person. */
const retryAfterMs: Partial<Record<ErrorCode, number>> = { busy: 1_000, 'storage-full': 30_000 }

export function sendError(reply: FastifyReply, code: ErrorCode): FastifyReply {
  const retry = retryAfterMs[code]
  const answer: ErrorAnswer = { error: retry === undefined ? { code } : { code, retryAfterMs: retry } }
  if (retry !== undefined) reply.header('retry-after', Math.ceil(retry / 1_000))
  return reply.code(statuses[code]).header('cache-control', 'no-store').send(answer)
}

export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const code = errorCodeOf(error)
  if (code === 'internal') request.log.error({ problem: describe(error) }, 'request failed')
  else if (errorCodeOfStore(error)) request.log.warn({ problem: describe(error) }, 'store failed')
  return sendError(reply, code)
}

function errorCodeOf(error: unknown): ErrorCode {
  if (error instanceof RequestRefusal) return error.code
  const storeCode = errorCodeOfStore(error)
  if (storeCode) return storeCode
  const status = statusOf(error)
  if (status === statuses['batch-too-large']) return 'batch-too-large'
  if (status !== undefined && status >= 400 && status < 500) return 'malformed-request'
  return 'internal'
}

/** Fastify's own refusals: a body that is too long, a media type it does not know. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined
  const { statusCode } = error as Partial<FastifyError>
  return statusCode
}

/** Names, codes and the place in our code. Messages of parsers and databases may quote what people wrote. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  const code = 'code' in error ? error.code : undefined
  const cause = error.cause === undefined ? undefined : describe(error.cause)
  return { name: error.name, code, frames: frames?.slice(0, 8), cause }
}
