// A line to the server that can be made bad: everything that comes over it may get another answer than the server's.
// It calls the server by the server's own name, so that the server need not know of it.
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface FalseAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

/** Undefined lets the request through; `silence` never answers it, until the line is cut. */
export type Fault = (request: { readonly path: string; readonly bytes: number }) => FalseAnswer | 'silence' | undefined

export interface FaultyLine {
  readonly origin: string
  /** How often a false answer was given, or none. */
  readonly falseAnswers: () => number
  /** From now on; connections that are open are cut. */
  readonly breakWith: (fault: Fault) => void
  readonly mend: () => void
  readonly stop: () => Promise<void>
}

export async function startFaultyLine(serverOrigin: string): Promise<FaultyLine> {
  let fault: Fault = () => undefined
  let falseAnswers = 0
  const sockets = new Set<Socket>()
  const line = createServer((request, response) => {
    const bytes = Number(request.headers['content-length'] ?? 0)
    const answer = fault({ path: request.url ?? '/', bytes })
    if (answer === undefined) {
      passOn(request, response, serverOrigin)
      return
    }
    falseAnswers += 1
    request.resume()
    if (answer === 'silence') return
    response.writeHead(answer.status, { 'content-type': 'text/html; charset=utf-8', ...answer.headers })
    response.end(answer.body)
  })
  line.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve))
  const cut = () => sockets.forEach((socket) => socket.destroy())
  return {
    origin: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    falseAnswers: () => falseAnswers,
    breakWith(next) {
      fault = next
      cut()
    },
    mend() {
      fault = () => undefined
      cut()
    },
    stop: () =>
      new Promise((resolve) => {
        line.close(() => resolve())
        cut()
      }),
  }
}

function passOn(request: IncomingMessage, response: ServerResponse, serverOrigin: string): void {
  const { origin: _, ...headers } = request.headers
  const onward = ask(
    new URL(request.url ?? '/', serverOrigin),
    { method: request.method, headers: { ...headers, host: new URL(serverOrigin).host } },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    },
  )
  // A server that is gone, or a tablet that went away: to the other side the line is cut.
  onward.once('error', () => response.destroy())
  response.once('close', () => onward.destroy())
  request.pipe(onward)
}
