// After storage was cleared or an old backup restored: which entries does nothing in the world hold any more? Nobody can be blamed for
// those. Everything that any database still holds must be on the server in the end. Returns what is lost since the last time.
import { gunzipSync } from 'node:zlib'
import type { Attempt, Journal } from './Journal.ts'
import { readServer } from './ServerContent.ts'
import type { SimulatedServer } from './SimulatedServer.ts'
import type { SimulatedTablet } from './SimulatedTablet.ts'
import { z } from '../../../src/protocol/strictZod.ts'

/** A header as it lies in a row; it holds no other braces. */
const headers = /\{"v":\d+,"stream":[^{}]*\}/g
const header = z.object({ device: z.string(), author: z.string(), kind: z.string(), entity: z.string() })
const row = z.object({ bytes: z.instanceof(Uint8Array) })
const decoder = new TextDecoder()

export async function findLost(
  journal: Journal,
  server: SimulatedServer,
  tablets: readonly SimulatedTablet[],
): Promise<Attempt[]> {
  const held = new Map<string, Set<string>>()
  const hold = (text: string) => {
    const read = header.safeParse(parseJson(text))
    if (!read.success) return
    const { author, kind, entity } = read.data
    held.set(author, (held.get(author) ?? new Set()).add(`${kind} ${entity}`))
  }
  const { log, quarantine } = await readServer(server)
  for (const operation of log) hold(operation.header)
  for (const { operation } of quarantine) for (const text of headersIn(String(wireHeader(operation)))) hold(text)
  for (const tablet of tablets) for (const text of headersOn(tablet)) hold(text)
  const lost = journal.saved.filter(
    ({ author, drafts, isLost }) => !isLost && (held.get(author)?.size ?? 0) < drafts.length,
  )
  for (const attempt of lost) attempt.isLost = true
  return lost
}

/** The tablet is copied, and with it what it holds: both copies may have to offer it again, after a restore for example. */
export function noteCopies(journal: Journal, tablet: SimulatedTablet): void {
  const authors = new Set(headersOn(tablet).map((text) => header.parse(parseJson(text)).author))
  for (const author of authors) {
    const attempt = journal.attempts.get(author)
    if (attempt !== undefined) attempt.copies += 1
  }
}

/** Own operations are on the tablet in its outbox or in a page, those of others in pages or waiting to be handed on. */
function headersOn(tablet: SimulatedTablet): string[] {
  return ['operations', 'segments', 'relays'].flatMap((store) =>
    tablet.disk.rows(store).flatMap((raw) => {
      const read = row.safeParse(raw)
      return read.success ? headersIn(textOf(read.data.bytes)) : []
    }),
  )
}

/** Behind what was sealed stands its checksum; large rows are packed. */
function textOf(sealed: Uint8Array): string {
  const bytes = sealed.subarray(0, sealed.length - 4)
  return decoder.decode(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes)
}

function headersIn(text: string): string[] {
  return [...text.matchAll(headers)].map(([match]) => match)
}

function wireHeader(operation: string): unknown {
  const wire = z.object({ h: z.string() }).safeParse(parseJson(operation))
  return wire.success ? wire.data.h : ''
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
