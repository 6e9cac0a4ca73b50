// PUT, HEAD and GET of evidence, its receipts, and tus for what is larger. Bodies are never parsed here: they go to the disk as they come.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { evidenceReceiptRequest, evidenceRequest } from '../../protocol/evidence.ts'
import { mostEvidenceBytes, mostEvidencePutBytes } from '../../protocol/limits.ts'
import { acceptFile } from '../evidence/acceptFile.ts'
import type { EvidenceContext } from '../evidence/EvidenceContext.ts'
import { receiveFile } from '../evidence/receiveFile.ts'
import { servedType, servedTypeBytes, unshownType } from '../evidence/servedType.ts'
import { createTusHandler } from './createTusHandler.ts'
import { sendError } from './errorResponse.ts'
import { parseAddress } from './parseAddress.ts'
import { peek } from './peek.ts'
import { drain, requestBody } from './requestBody.ts'
import { RequestRefusal } from './RequestRefusal.ts'
import { evidenceHeaders } from './securityHeaders.ts'

export function evidenceRoutes(evidence: EvidenceContext) {
  return (server: FastifyInstance): Promise<void> => {
    server.removeAllContentTypeParsers()
    server.addContentTypeParser('*', (_request, _body, done) => done(null))
    const path = '/evidence/:sha256'
    server.put(path, { bodyLimit: mostEvidenceBytes }, (request, reply) => put(evidence, request, reply))
    server.get(path, { exposeHeadRoute: false }, (request, reply) => get(evidence, request, reply))
    server.head(path, (request, reply) => head(evidence, request, reply))
    server.get(`${path}/receipt`, { exposeHeadRoute: false }, (request, reply) => receipt(evidence, request, reply))
    const handle = createTusHandler(evidence)
    const tus = { exposeHeadRoute: false, bodyLimit: mostEvidenceBytes }
    for (const url of ['/evidence/tus', '/evidence/tus/:upload'])
      for (const method of ['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'])
        server.route({ method, url, ...tus, handler: handle })
    return Promise.resolve()
  }
}

async function put(evidence: EvidenceContext, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const asked = parseAddress(evidenceReceiptRequest, request)
  const { 'content-length': length, 'content-encoding': encoding = 'identity' } = request.headers
  if (encoding !== 'identity') throw new RequestRefusal('malformed-request')
  if (Number(length) > mostEvidencePutBytes) throw new RequestRefusal('evidence-too-large')
  const { store, uploads } = evidence
  const receiving = { folder: uploads.folder, mostBytes: mostEvidencePutBytes }
  const received = await receiveFile(requestBody(request.raw), receiving).finally(() => drain(request.raw))
  if (!received.ok) throw new RequestRefusal(received.error === 'cut' ? 'malformed-request' : received.error)
  const accepted = await acceptFile(store, asked.sha256, received.value)
  if (!accepted.ok) throw new RequestRefusal(accepted.error)
  return sendReceipt(evidence, asked, reply)
}

async function receipt(evidence: EvidenceContext, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const asked = parseAddress(evidenceReceiptRequest, request)
  const finished = await evidence.uploads.finishLost(asked.sha256, evidence.store)
  if (finished !== undefined && !finished.ok) throw new RequestRefusal(finished.error)
  return sendReceipt(evidence, asked, reply)
}

async function sendReceipt(
  { makeReceipt }: EvidenceContext,
  asked: Parameters<EvidenceContext['makeReceipt']>[0],
  reply: FastifyReply,
): Promise<FastifyReply> {
  const made = await makeReceipt(asked)
  if (made === undefined) return sendError(reply, 'not-found')
  return reply.header('cache-control', 'no-store').send(made)
}

async function head({ store }: EvidenceContext, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const found = await store.find(parseAddress(evidenceRequest, request).sha256)
  if (found === undefined) return sendError(reply, 'not-found')
  // Its type would have to be read from the bytes.
  return reply
    .headers(evidenceHeaders)
    .header('cache-control', 'no-store')
    .header('content-length', found.size)
    .type(unshownType)
    .send()
}

async function get({ store }: EvidenceContext, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { sha256 } = parseAddress(evidenceRequest, request)
  const stored = await store.read(sha256)
  if (stored === undefined) return sendError(reply, 'not-found')
  const { beginning, whole } = await peek(stored.bytes, servedTypeBytes)
  const type = await servedType(beginning)
  const disposition = type === unshownType ? `attachment; filename="${sha256}"` : 'inline'
  return reply
    .headers(evidenceHeaders)
    .header('content-disposition', disposition)
    .header('content-length', stored.size)
    .type(type)
    .send(whole)
}
