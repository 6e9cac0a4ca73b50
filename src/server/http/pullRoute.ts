// POST /sync/v1/pull
import type { FastifyInstance } from 'fastify'
import { pullRequest } from '../../protocol/pull.ts'
import { pullOperations } from '../sync/pullOperations.ts'
import type { SyncContext } from '../sync/SyncContext.ts'
import { parseMessage } from './parseBody.ts'

export function pullRoute(server: FastifyInstance, context: SyncContext): void {
  server.post('/sync/v1/pull', (request) => pullOperations(context, parseMessage(pullRequest, request.body)))
}
