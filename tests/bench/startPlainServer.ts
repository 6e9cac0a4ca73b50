// The baseline's server: takes answers as JSON, inserts them in one durable transaction, and tells who listens that there is something new.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
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
/** The same page as for ours, beside this program in dist/bench. */
const builtPage = fileURLToPath(new URL('./app', import.meta.url))
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

export async function startPlainServer(): Promise<PlainServer> {
  const folder = await mkdtemp(join(tmpdir(), 'genba-bench-plain-'))
  const database = openTable(join(folder, 'plain.sqlite'))
  const listeners = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    void answer(request, response, { ...database, listeners })
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${port}`,
    count: database.count,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Row = PlainAnswer & { readonly change: number }

interface PlainTable {
  readonly putAll: (answers: readonly PlainAnswer[]) => void
  /** In the order of their changes. */
  readonly since: (change: number) => readonly Row[]
  readonly count: () => number
  readonly close: () => void
}

/** `change` grows with every write, so that others can ask for what is newer. */
function openTable(file: string): PlainTable {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  const texts = columns.map((name) => `${name} text not null`).join(', ')
  database.exec(`create table answers (${texts}, change integer not null, primary key (id))`)
  database.exec('create index by_change on answers (change)')
  const newest = database.prepare('select coalesce(max(change), 0) as change from answers')
  const put = database.prepare(
    `insert or replace into answers (${columns.join(', ')}, change) values (${columns.map(() => '?').join(', ')}, ?)`,
  )
  const since = database.prepare('select * from answers where change > ? order by change')
  return {
    putAll: database.transaction((answers: readonly PlainAnswer[]) => {
      let { change } = newest.get() as { change: number }
      for (const answer of answers) put.run(...columns.map((name) => answer[name]), (change += 1))
    }),
    since: (change) => since.all(change) as Row[],
    count: () => (database.prepare('select count(*) as held from answers').get() as { held: number }).held,
    close: () => database.close(),
  }
}

type Serving = PlainTable & { readonly listeners: Set<ServerResponse> }

async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://plain')
  if (request.method === 'POST') {
    const answers = JSON.parse(await readBody(request)) as readonly PlainAnswer[]
    serving.putAll(answers)
    sendJson(response, { stored: answers.length })
    for (const listener of serving.listeners) listener.write('data: new\n\n')
  } else if (pathname === '/changes') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
    serving.listeners.add(response)
    response.once('close', () => serving.listeners.delete(response))
  } else if (pathname === '/answers') {
    sendJson(response, serving.since(Number(searchParams.get('since'))))
  } else {
    await sendFile(response, pathname)
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

async function sendFile(response: ServerResponse, pathname: string): Promise<void> {
  const name = pathname === '/' ? '/index.html' : normalize(pathname)
  try {
    const content = await readFile(join(builtPage, name))
    response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' }).end(content)
  } catch {
    response.writeHead(404).end()
  }
}
