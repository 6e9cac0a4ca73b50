// What each version of the protocol looked like on the wire. `WRITE_PROTOCOL=1 npx vitest run tests/unit/protocol tests/integration/server/oldClients.test.ts`
// puts this version's on record where there is none; a conversation on record is never written again.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { WireSchema } from './wireMessages.ts'

export const isRecording = process.env['WRITE_PROTOCOL'] === '1'

const folder = new URL('../../fixtures/protocol/', import.meta.url)

/** One request and what the server of that time answered. */
export interface Exchange {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly url: string
  /** The JSON text as it was sent. */
  readonly body?: string
  readonly status: number
  readonly answer: unknown
}

/** In order of versions. */
export function recordedVersions(): readonly number[] {
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.flatMap((name) => (/^v\d+$/.test(name) ? [Number(name.slice(1))] : [])).toSorted((a, b) => a - b)
}

export function readMessages(version: number): Readonly<Record<string, WireSchema>> | undefined {
  const file = new URL(`v${version}/messages.json`, folder)
  return existsSync(file) ? (readJson(file) as Record<string, WireSchema>) : undefined
}

export function writeMessages(version: number, messages: Readonly<Record<string, WireSchema>>): void {
  write(`v${version}/messages.json`, messages)
}

/** In the order in which they were sent. */
export function readConversation(version: number): readonly Exchange[] {
  const path = new URL(`v${version}/conversation/`, folder)
  if (!existsSync(path)) return []
  return readdirSync(path)
    .toSorted()
    .map((file) => readJson(new URL(file, path)) as Exchange)
}

export function writeConversation(version: number, exchanges: readonly Exchange[]): void {
  exchanges.forEach((exchange, index) => {
    const place = String(index + 1).padStart(2, '0')
    write(`v${version}/conversation/${place}-${exchange.name.replaceAll(' ', '-')}.json`, exchange)
  })
}

function readJson(file: URL): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function write(path: string, value: unknown): void {
  const file = new URL(path, folder)
  mkdirSync(new URL('.', file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(value, null, 1)}\n`)
}
