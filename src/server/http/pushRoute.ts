// POST /sync/v1/push
import type { FastifyInstance } from 'fastify'
import { pushRequest } from '../../protocol/push.ts'
import { pushOperations } from '../sync/pushOperations.ts'
import type { SyncContext } from '../sync/SyncContext.ts'
import { parseMessage } from './parseBody.ts'

export function pushRoute(server: FastifyInstance, context: SyncContext): void {
  server.post('/sync/v1/push', (request) => pushOperations(context, parseMessage(pushRequest, request.body)))
}
