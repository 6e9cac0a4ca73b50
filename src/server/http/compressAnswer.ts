// Gzips JSON answers that are worth it. Level 1: hashes and salts do not shrink further however long one tries.
import { constants, gzip } from 'node:zlib'
import { promisify } from 'node:util'
import type { FastifyReply, FastifyRequest } from 'fastify'

const zip = promisify(gzip)
/** Below this the header costs more than the body saves. */
const worthwhileLength = 1_400

/** An `onSend` hook. */
export async function compressAnswer(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (typeof payload !== 'string' || payload.length < worthwhileLength) return payload
  reply.header('vary', 'accept-encoding')
  if (!acceptsGzip(request)) return payload
  reply.header('content-encoding', 'gzip').removeHeader('content-length')
  return zip(payload, { level: constants.Z_BEST_SPEED })
}

export function acceptsGzip(request: FastifyRequest): boolean {
  const accepted = request.headers['accept-encoding'] ?? ''
  return accepted.split(',').some((entry) => /^\s*gzip\s*(;|$)/i.test(entry) && !/;\s*q=0(\.0*)?\s*$/.test(entry))
}
