// GET /sync/v1/marks/:device?nonce=…
import type { FastifyInstance } from 'fastify'
import { marksRequest } from '../../protocol/marks.ts'
import { readMarks } from '../sync/readMarks.ts'
import type { SyncContext } from '../sync/SyncContext.ts'
import { parseAddress } from './parseAddress.ts'

export function marksRoute(server: FastifyInstance, context: SyncContext): void {
  server.get('/sync/v1/marks/:device', async (request, reply) => {
    const answer = await readMarks(context, parseAddress(marksRequest, request))
    return reply.header('cache-control', 'no-store').send(answer)
  })
}
