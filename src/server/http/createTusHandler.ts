// Uploads in pieces by the tus protocol (version 1.0.0), for evidence above one PUT and for lines that break.
// An upload that ended proves nothing to the tablet: it asks for the receipt then [P22].
import type { IncomingMessage } from 'node:http'
import { Server } from '@tus/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { evidenceName } from '../../protocol/evidence.ts'
import { mostEvidenceBytes } from '../../protocol/limits.ts'
import type { EvidenceContext } from '../evidence/EvidenceContext.ts'
import { noteError, refusalWith } from './errorResponse.ts'
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
    onResponseError: ({ runtime }, error) => {
      // Refusals of tus itself carry their own status.
      if (!(error instanceof Error)) return undefined
      const request = runtime?.node?.req && requests.get(runtime.node.req)
      const { status, answer } = refusalWith(request ? noteError(error, request) : 'internal')
      return { status_code: status, body: JSON.stringify(answer) }
    },
  })
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.hijack()
    requests.set(request.raw, request)
    for (const [name, value] of Object.entries(commonHeaders)) reply.raw.setHeader(name, value)
    reply.raw.setHeader('cache-control', 'no-store')
    await server.handle(request.raw, reply.raw)
    drain(request.raw)
  }
}

/** A refused body that nobody reads any more would hold its connection open, and its sender would not read the refusal. */
function drain(request: IncomingMessage): void {
  if (!request.complete) request.removeAllListeners('data').resume()
}
