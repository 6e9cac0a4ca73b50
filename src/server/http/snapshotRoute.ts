// GET /sync/v1/snapshot/:stream/:version?nonce=…
import type { FastifyInstance } from 'fastify'
import { snapshotRequest } from '../../protocol/snapshot.ts'
import { gzippedAnswer, plainAnswer } from '../sync/DeflatedState.ts'
import { readSnapshot } from '../sync/readSnapshot.ts'
import type { SyncContext } from '../sync/SyncContext.ts'
import { acceptsGzip } from './compressAnswer.ts'
import { sendError } from './errorResponse.ts'
import { parseAddress } from './parseAddress.ts'

export function snapshotRoute(server: FastifyInstance, context: SyncContext): void {
  server.get('/sync/v1/snapshot/:stream/:version', async (request, reply) => {
    const answer = await readSnapshot(context, parseAddress(snapshotRequest, request))
    if (answer === undefined) return sendError(reply, 'not-found')
    reply.header('cache-control', 'no-store').header('vary', 'accept-encoding').type('application/json; charset=utf-8')
    if (!acceptsGzip(request)) return reply.send(await plainAnswer(answer.state, answer.fields))
    return reply.header('content-encoding', 'gzip').send(gzippedAnswer(answer.state, answer.fields))
  })
}
