// GET /sync/v1/poke: server-sent events that say "look again" [P9], or bring what there is to see [P25]. Remembers nothing.
import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { SyncContext } from '../sync/SyncContext.ts'
import { commonHeaders } from './securityHeaders.ts'
import { RequestRefusal } from './RequestRefusal.ts'

/** Keeps proxies from closing a quiet connection, and finds tablets that went away without a word. */
const heartbeatMs = 20_000
/** How long a browser waits before it connects again. */
const reconnectMs = 3_000
const mostListeners = 2_000

const headers = {
  ...commonHeaders,
  'content-type': 'text/event-stream',
  'cache-control': 'no-store',
  // nginx would hold events back.
  'x-accel-buffering': 'no',
}

export function pokeRoute(server: FastifyInstance, { pokeHub }: SyncContext): void {
  const open = new Set<ServerResponse>()
  // Fastify waits for open answers before it closes, and these never end by themselves.
  server.addHook('preClose', () => {
    for (const response of open) response.end()
    return Promise.resolve()
  })
  server.get('/sync/v1/poke', { exposeHeadRoute: false }, (request, reply) => {
    if (open.size >= mostListeners) throw new RequestRefusal('busy')
    reply.hijack()
    const response = reply.raw
    open.add(response)
    response.writeHead(200, headers)
    // What came between the last pull and now was announced to nobody.
    response.write(`retry: ${reconnectMs}\ndata: look\n\n`)
    const stopListening = pokeHub.listen((news = 'look') => send(response, `data: ${news}\n\n`))
    const heartbeat = setInterval(() => send(response, ':\n\n'), heartbeatMs)
    request.raw.once('close', () => {
      clearInterval(heartbeat)
      stopListening()
      open.delete(response)
    })
  })
}

/** A listener that does not read what it was sent is dropped: it polls and connects again. */
function send(response: ServerResponse, text: string): void {
  if (response.writableNeedDrain) response.destroy()
  else response.write(text)
}
