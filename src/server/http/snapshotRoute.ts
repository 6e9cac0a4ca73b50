// GET /sync/v1/snapshot/:stream/:version?nonce=…
import type { FastifyInstance } from 'fastify'
import { snapshotRequest } from '../../protocol/snapshot.ts'
import { readSnapshot } from '../sync/readSnapshot.ts'
import type { SyncContext } from '../sync/SyncContext.ts'
import { sendError } from './errorResponse.ts'
import { parseAddress } from './parseAddress.ts'

export function snapshotRoute(server: FastifyInstance, context: SyncContext): void {
  server.get('/sync/v1/snapshot/:stream/:version', async (request, reply) => {
    const answer = await readSnapshot(context, parseAddress(snapshotRequest, request))
    if (answer === undefined) return sendError(reply, 'not-found')
    // Bytes, not text: what is zipped already is not zipped again.
    const bytes = Buffer.from(JSON.stringify(answer))
    return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(bytes)
  })
}
