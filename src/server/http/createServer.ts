// Puts the HTTP server together. Does not listen and owns nothing that outlives it.
import underPressure from '@fastify/under-pressure'
import { fastify, LogController, type FastifyInstance } from 'fastify'
import { mostMessageBytes } from '../../protocol/limits.ts'
import type { EvidenceContext } from '../evidence/EvidenceContext.ts'
import type { SyncContext } from '../sync/SyncContext.ts'
import { appRoutes } from './appRoutes.ts'
import { compressAnswer } from './compressAnswer.ts'
import type { AppFile } from './describeFile.ts'
import { handleError, sendError } from './errorResponse.ts'
import { evidenceRoutes } from './evidenceRoutes.ts'
import { guardAddress } from './guardAddress.ts'
import { healthRoute } from './healthRoute.ts'
import { keepAssets } from './keepAssets.ts'
import { loadAppFiles } from './loadAppFiles.ts'
import { marksRoute } from './marksRoute.ts'
import { acceptJsonBodies } from './parseBody.ts'
import { pokeRoute } from './pokeRoute.ts'
import { pullRoute } from './pullRoute.ts'
import { pushRoute } from './pushRoute.ts'
import { quarantineRoute } from './quarantineRoute.ts'
import { RequestRefusal } from './RequestRefusal.ts'
import { commonHeaders } from './securityHeaders.ts'
import { snapshotRoute } from './snapshotRoute.ts'

export interface ServerParts {
  readonly context: SyncContext
  /** Where it is missing no evidence is taken. */
  readonly evidence?: EvidenceContext
  /** The built app; where it is missing there is only the API. */
  readonly appFolder: string
  /** Where hashed files of earlier builds are kept to be served on; undefined: nowhere. */
  readonly assetsFolder?: string
  readonly logLevel: string
  readonly origins: readonly string[]
}

/** A tablet on a slow line may take its time with a large batch, but not hold a connection for ever. */
const requestTimeoutMs = 120_000
/** Above this the process answers "busy" instead of getting slower for everybody. */
const mostEventLoopDelayMs = 3_000

export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { context, evidence, logLevel, origins } = parts

  const server = fastify({
    // Standard output carries the address only.
    logger: { level: logLevel, stream: process.stderr },
    // One line of our own instead, without addresses of people or query texts.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: mostMessageBytes,
    requestTimeout: requestTimeoutMs,
    forceCloseConnections: 'idle',
    frameworkErrors: (_error, _request, reply) => {
      void sendError(reply, 'malformed-request')
    },
  })
  server.setErrorHandler(handleError)
  server.addHook('onRequest', guardAddress(origins))
  server.addHook('onRequest', (_request, reply) => {
    reply.headers(commonHeaders)
    return Promise.resolve()
  })
  server.addHook('onSend', compressAnswer)
  server.addHook('onResponse', (request, reply) => {
    const { url: route } = request.routeOptions
    request.log.debug({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
    return Promise.resolve()
  })
  endWithLastAnswer(server)
  await server.register(underPressure, {
    maxEventLoopDelay: mostEventLoopDelayMs,
    // The app's own files cost next to nothing, and a page without one of them could not even say that the server is busy.
    pressureHandler: ({ is404 }) => (is404 ? undefined : Promise.reject(new RequestRefusal('busy'))),
  })
  acceptJsonBodies(server)
  for (const route of [pushRoute, pullRoute, marksRoute, quarantineRoute, snapshotRoute, pokeRoute, healthRoute])
    route(server, context)
  if (evidence) await server.register(evidenceRoutes(evidence))
  appRoutes(server, filesToServe(server, parts))
  return server
}

/** A connection whose answer was still under way when closing began would be kept for its next request, and closing would wait. */
function endWithLastAnswer(server: FastifyInstance): void {
  let isClosing = false
  server.addHook('preClose', () => {
    isClosing = true
    return Promise.resolve()
  })
  server.addHook('onResponse', () => {
    if (isClosing) setImmediate(() => server.server.closeIdleConnections())
    return Promise.resolve()
  })
}

/** The current build's files; beside them those of earlier builds that it no longer has. */
function filesToServe(server: FastifyInstance, parts: ServerParts): ReadonlyMap<string, AppFile> {
  const { appFolder, assetsFolder, context } = parts
  const current = loadAppFiles(appFolder)
  if (assetsFolder === undefined) return current
  try {
    return new Map([...keepAssets(current, { folder: assetsFolder, now: context.now() }), ...current])
  } catch (error) {
    // Old pages then have to be loaded again after a deploy: no reason not to start.
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    server.log.warn({ code }, 'files of earlier builds are not kept')
    return current
  }
}
