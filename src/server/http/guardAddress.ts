// Refuses requests that reach this server under a name that is not its own. Without it, any page on the internet could let its
// own name resolve to 127.0.0.1 (DNS rebinding) and read everything; a foreign page could also post here.
import type { FastifyRequest } from 'fastify'
import { RequestRefusal } from './RequestRefusal.ts'

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']

/** `furtherOrigins`: see `ServerConfig.origins`. The port is that of the connection, so it holds for port 0 too. */
export function guardAddress(furtherOrigins: readonly string[]): (request: FastifyRequest) => Promise<void> {
  return (request) => {
    const port = request.socket.localPort
    const own = new Set([...loopbackNames.map((name) => originOf(name, port)), ...furtherOrigins])
    const { host, origin } = request.headers
    const isOwnHost = host !== undefined && own.has(`http://${host.toLowerCase()}`)
    const isOwnOrigin = origin === undefined || own.has(origin.toLowerCase())
    return isOwnHost && isOwnOrigin ? Promise.resolve() : Promise.reject(new RequestRefusal('wrong-address'))
  }
}

/** Browsers leave the port away where it is the scheme's own. */
function originOf(name: string, port: number | undefined): string {
  return port === undefined || port === 80 ? `http://${name}` : `http://${name}:${port}`
}
