// GET /healthz: whether this process and its database answer.
import type { FastifyInstance } from 'fastify'
import { protocolVersion } from '../../protocol/protocolVersion.ts'
import type { SyncContext } from '../sync/SyncContext.ts'

export function healthRoute(server: FastifyInstance, { store }: SyncContext): void {
  server.get('/healthz', async (_request, reply) => {
    await store.ping()
    return reply.header('cache-control', 'no-store').send({ status: 'ok', proto: protocolVersion })
  })
}
