// Uploads in pieces by the tus protocol (version 1.0.0), for evidence above one PUT and for lines that break.
// An upload that ended proves nothing to the tablet: it asks for the receipt then [P22].
import { IncomingMessage } from 'node:http'
import { Server } from '@tus/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { evidenceName } from '../../protocol/evidence.ts'
import { mostEvidenceBytes } from '../../protocol/limits.ts'
import { toEvidenceStorageError } from '../evidence/EvidenceStorageError.ts'
import type { EvidenceContext } from '../evidence/EvidenceContext.ts'
import { noteError, refusalWith } from './errorResponse.ts'
import { drain } from './requestBody.ts'
import { RequestRefusal } from './RequestRefusal.ts'
import { commonHeaders } from './securityHeaders.ts'

export function createTusHandler({ store, uploads }: EvidenceContext) {
  const requests = new WeakMap<object, FastifyRequest>()
  const server = new Server({
    path: '/evidence/tus',
    datastore: uploads,
    // Paths only: behind a proxy we do not know our own address.
    relativeLocation: true,
    maxSize: mostEvidenceBytes,
    // Every page that may call us is ours: see `guardAddress`.
    allowedOrigins: [],
    onUploadCreate: (_request, { metadata, size }) => {
      const isNamed = evidenceName.safeParse(metadata?.['sha256']).success
      return isNamed && size !== undefined
        ? Promise.resolve({})
        : Promise.reject(new RequestRefusal('malformed-request'))
    },
    onUploadFinish: async (_request, { id }) => {
      const accepted = await uploads.finish(id, store)
      if (!accepted.ok) throw new RequestRefusal(accepted.error)
      return {}
    },
    onResponseError: async ({ runtime }, error) => {
      const raw = runtime?.node?.req
      if (raw instanceof IncomingMessage) await drain(raw)
      // Refusals of tus itself carry their own status.
      if (!(error instanceof Error)) return undefined
      const request = raw && requests.get(raw)
      const { status, answer } = refusalWith(request ? noteError(ofTheStorage(error), request) : 'internal')
      return { status_code: status, body: JSON.stringify(answer) }
    },
  })
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.hijack()
    requests.set(request.raw, request)
    for (const [name, value] of Object.entries(commonHeaders)) reply.raw.setHeader(name, value)
    reply.raw.setHeader('cache-control', 'no-store')
    await server.handle(request.raw, reply.raw)
  }
}

/** What the file system threw under a stream comes out of it as it is. */
function ofTheStorage(error: Error): Error {
  return 'syscall' in error && 'code' in error ? toEvidenceStorageError(error) : error
}
