// Reads request bodies: JSON, plain or gzipped, never larger than a message may be after decompression.
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { mostMessageBytes } from '../../protocol/limits.ts'
import { protocolVersion } from '../../protocol/protocolVersion.ts'
import { z as messages } from '../../protocol/strictZod.ts'
import { RequestRefusal } from './RequestRefusal.ts'

const unzip = promisify(gunzip)

export function acceptJsonBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  const parse = async (request: FastifyRequest, body: Buffer) => parseJson(await decompress(request, body))
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, parse)
}

async function decompress(request: FastifyRequest, body: Buffer): Promise<Buffer> {
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding === 'identity') return body
  if (encoding !== 'gzip') throw new RequestRefusal('malformed-request')
  try {
    // A few kilobytes may unpack to gigabytes: zlib stops at the limit.
    return await unzip(body, { maxOutputLength: mostMessageBytes })
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new RequestRefusal(isTooLarge ? 'batch-too-large' : 'malformed-request')
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch {
    throw new RequestRefusal('malformed-request')
  }
}

const versioned = messages.object({ proto: messages.int().min(1) })

/** Parses a message of the protocol. A newer version than ours may have any form, so the version is looked at first [P1]. */
export function parseMessage<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const version = versioned.safeParse(body)
  if (version.success && version.data.proto > protocolVersion) throw new RequestRefusal('unsupported-protocol')
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const isOnlyTooLarge = parsed.error.issues.every((issue) => issue.code === 'too_big' && issue.origin === 'array')
  throw new RequestRefusal(isOnlyTooLarge ? 'batch-too-large' : 'malformed-request')
}
