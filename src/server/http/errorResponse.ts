// Turns every failure into an answer with a code of the protocol. The only place with statuses; never lets an error's text out.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { ErrorAnswer, ErrorCode } from '../../protocol/errorAnswer.ts'
import { errorCodeOfEvidence } from '../evidence/errorCodeOfEvidence.ts'
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
  const { answer, status } = refusalWith(code)
  const retry = retryAfterMs[code]
  if (retry !== undefined) reply.header('retry-after', Math.ceil(retry / 1_000))
  return reply.code(status).header('cache-control', 'no-store').send(answer)
}

/** For answers that other hands send. */
export function refusalWith(code: ErrorCode): { readonly status: number; readonly answer: ErrorAnswer } {
  const retry = retryAfterMs[code]
  return { status: statuses[code], answer: { error: retry === undefined ? { code } : { code, retryAfterMs: retry } } }
}

export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendError(reply, noteError(error, request))
}

/** The error's code; what a person must see is in the log then. */
export function noteError(error: unknown, { log }: Pick<FastifyRequest, 'log'>): ErrorCode {
  const code = errorCodeOf(error)
  if (code === 'internal') log.error({ problem: describe(error) }, 'request failed')
  else if (errorCodeOfStore(error) ?? errorCodeOfEvidence(error)) log.warn({ problem: describe(error) }, 'store failed')
  return code
}

function errorCodeOf(error: unknown): ErrorCode {
  if (error instanceof RequestRefusal) return error.code
  const storeCode = errorCodeOfStore(error) ?? errorCodeOfEvidence(error)
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
