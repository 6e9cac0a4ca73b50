// A page from memory on a loopback origin, for tests of the browsers themselves.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FileServer {
  readonly origin: string
  stop(): Promise<void>
}

/** Path → body; the type follows from the ending. The port can be given, so that an origin can come back. */
export async function serveFiles(
  files: Record<string, string>,
  options: { port?: number; headers?: Record<string, string> } = {},
): Promise<FileServer> {
  const server = createServer((request, response) => {
    const body = files[request.url ?? '/']
    const type = request.url?.endsWith('.js') ? 'text/javascript' : 'text/html'
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8`, ...options.headers })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
