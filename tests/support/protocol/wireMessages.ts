// All messages of the protocol as JSON schemas, found by reading its folder, so that none can be forgotten.
import { readdirSync } from 'node:fs'
import { z } from 'zod'

/** A JSON schema, as plain data. */
export type WireSchema = z.core.JSONSchema.BaseSchema

const folder = new URL('../../../src/protocol/', import.meta.url)

/** By the name of the export. */
export async function readWireMessages(): Promise<Readonly<Record<string, WireSchema>>> {
  const messages: Record<string, WireSchema> = {}
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
  for (const file of files.toSorted()) {
    const exported = (await import(new URL(file, folder).href)) as Readonly<Record<string, unknown>>
    for (const [name, value] of Object.entries(exported)) {
      if (/(Request|Response|Answer)$/.test(name) && value instanceof z.ZodType) {
        messages[name] = z.toJSONSchema(value, { io: 'input' })
      }
    }
  }
  return messages
}
