// The baseline's server: takes answers as one JSON array and inserts them in one durable transaction.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import type { PlainAnswer } from './generateAudits.ts'
import { freePort } from '../support/freePort.ts'

export interface PlainServer {
  readonly origin: string
  /** How many answers it holds. */
  readonly count: () => number
  readonly close: () => Promise<void>
}

const columns = ['id', 'audit', 'question', 'judgement', 'reason', 'note', 'author', 'at'] as const

export async function startPlainServer(): Promise<PlainServer> {
  const folder = await mkdtemp(join(tmpdir(), 'genba-bench-plain-'))
  const database = new Database(join(folder, 'plain.sqlite'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(`create table answers (${columns.map((name) => `${name} text not null`).join(', ')}, primary key (id))`)
  const places = columns.map(() => '?').join(', ')
  const put = database.prepare(`insert or replace into answers (${columns.join(', ')}) values (${places})`)
  const putAll = database.transaction((answers: readonly PlainAnswer[]) => {
    for (const answer of answers) put.run(columns.map((name) => answer[name]))
  })
  const server = createServer((request, response) => {
    if (request.method === 'POST') void store(request, response, putAll)
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Plain</title>')
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${port}`,
    count: () => (database.prepare('select count(*) as held from answers').get() as { held: number }).held,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function store(
  request: IncomingMessage,
  response: ServerResponse,
  putAll: (answers: readonly PlainAnswer[]) => void,
): Promise<void> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  const answers = JSON.parse(Buffer.concat(pieces).toString('utf8')) as readonly PlainAnswer[]
  putAll(answers)
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ stored: answers.length }))
}
