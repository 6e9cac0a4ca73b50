// Serves the app: its files, and its start page for every address inside it (deep links). Everything else is a 404 in JSON.
import { extname } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { acceptsGzip } from './compressAnswer.ts'
import { sendError } from './errorResponse.ts'
import type { AppFile } from './describeFile.ts'
import { appHeaders } from './securityHeaders.ts'

const startPage = '/index.html'
const ofTheApi = /^\/(sync|evidence|healthz)(\/|$)/

export function appRoutes(server: FastifyInstance, files: ReadonlyMap<string, AppFile>): void {
  server.setNotFoundHandler((request, reply) => {
    const file = findFile(request, files)
    return file ? sendFile(file, request, reply) : sendError(reply, 'not-found')
  })
}

function findFile(request: FastifyRequest, files: ReadonlyMap<string, AppFile>): AppFile | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
  const [path = '/'] = request.url.split('?')
  if (ofTheApi.test(path)) return undefined
  const isPage = extname(path) === '' && (request.headers.accept ?? '').includes('text/html')
  return files.get(path) ?? (isPage || path === '/' ? files.get(startPage) : undefined)
}

/** Without a hash in its name a file is asked for again each time; the browser keeps it when the tag is still the same. */
async function sendFile(file: AppFile, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  reply
    .headers(appHeaders)
    .header('cache-control', file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache')
    .header('etag', file.etag)
    .header('vary', 'accept-encoding')
    .type(file.contentType)
  if (request.headers['if-none-match'] === file.etag) return reply.code(notModified).send()
  const gzipped = acceptsGzip(request) ? await file.gzipped() : undefined
  if (gzipped) reply.header('content-encoding', 'gzip')
  return reply.code(found).send(gzipped ?? file.bytes)
}

const found = 200
const notModified = 304
