// GET /sync/v1/quarantine?nonce=…
import type { FastifyInstance } from 'fastify'
import { quarantineRequest } from '../../protocol/quarantine.ts'
import { readQuarantine } from '../sync/readQuarantine.ts'
import type { SyncContext } from '../sync/SyncContext.ts'
import { parseAddress } from './parseAddress.ts'

export function quarantineRoute(server: FastifyInstance, context: SyncContext): void {
  server.get('/sync/v1/quarantine', async (request, reply) => {
    const answer = await readQuarantine(context, parseAddress(quarantineRequest, request))
    return reply.header('cache-control', 'no-store').send(answer)
  })
}
