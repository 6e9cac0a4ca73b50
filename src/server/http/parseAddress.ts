// Reads what a request without a body says in its address.
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { RequestRefusal } from './RequestRefusal.ts'

/** Parses what a GET says in its path and query; the path wins. */
export function parseAddress<Schema extends z.ZodType>(
  schema: Schema,
  { params, query }: Pick<FastifyRequest, 'params' | 'query'>,
): z.output<Schema> {
  const parsed = schema.safeParse({ ...asFields(query), ...asFields(params) })
  if (parsed.success) return parsed.data
  throw new RequestRefusal('malformed-request')
}

function asFields(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
