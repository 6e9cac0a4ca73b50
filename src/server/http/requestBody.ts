// A request's body for hands that may fail in the middle of it. A connection that is closed over unread bytes takes the refusal with
// it, and the tablet would never learn that the disk is full: what nobody wants is read to its end and thrown away.
import type { IncomingMessage } from 'node:http'
import { PassThrough, type Readable } from 'node:stream'

/** A sender slower than this learns of the refusal when it tries again. */
const mostDrainingMs = 5_000

/** Its reader may destroy it without breaking the connection; a sender that goes away ends it with an error. */
export function requestBody(request: IncomingMessage): Readable {
  const body = new PassThrough()
  // A sender may go before anybody reads: its error then waits for the reader, and must not end the process.
  body.on('error', () => undefined)
  request.once('error', (error) => body.destroy(error))
  return request.pipe(body)
}

/** Resolves when the request has ended one way or the other, or is too slow. */
export function drain(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, mostDrainingMs)
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    request.once('end', end).once('close', end)
    request.unpipe()
    request.removeAllListeners('data').resume()
  })
}
