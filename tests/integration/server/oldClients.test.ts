// Tablets of every released protocol version, replayed word for word against today's server, and what old servers said to today's tablets.
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { errorAnswer } from '../../../src/protocol/errorAnswer.ts'
import { marksResponse } from '../../../src/protocol/marks.ts'
import { protocolVersion } from '../../../src/protocol/protocolVersion.ts'
import { pullResponse } from '../../../src/protocol/pull.ts'
import { pushResponse } from '../../../src/protocol/push.ts'
import { quarantineResponse } from '../../../src/protocol/quarantine.ts'
import { createServer } from '../../../src/server/http/createServer.ts'
import type { Store } from '../../../src/server/store/createStore.ts'
import { openStore } from '../../../src/server/store/openStore.ts'
import { holdConversation, type Said } from '../../support/protocol/holdConversation.ts'
import {
  isRecording,
  readConversation,
  recordedVersions,
  writeConversation,
  type Exchange,
} from '../../support/protocol/protocolRecords.ts'
import { contextOf } from '../../support/server/contextOf.ts'
import { sqliteEngine, type TestDatabase } from '../../support/server/storeEngines.ts'

let database: TestDatabase
let store: Store
let server: FastifyInstance
beforeEach(async () => {
  database = await sqliteEngine.createDatabase()
  store = await openStore(database.settings)
  server = await createServer({ context: await contextOf(store), appFolder: '', logLevel: 'silent', origins: [] })
})
afterEach(async () => {
  await server.close()
  await store.close()
  await database.dispose()
})

const ask = async ({ method, url, body }: Said) => {
  const headers = { host: 'localhost', ...(body !== undefined && { 'content-type': 'application/json' }) }
  const answer = await server.inject({ method, url, headers, ...(body !== undefined && { payload: body }) })
  return { status: answer.statusCode, answer: answer.json<unknown>() }
}

if (isRecording && readConversation(protocolVersion).length === 0) {
  test('the conversation of this version is put on record', async () => {
    writeConversation(protocolVersion, await holdConversation(ask))
  })
}

describe.each(recordedVersions())('a tablet of protocol %i', (version) => {
  test('[P1] [P18] gets from this server what it got from its own', async () => {
    const conversation = readConversation(version)
    expect(conversation.length).toBeGreaterThan(15)
    for (const { status, answer, ...said } of conversation) {
      const today = await ask(said)
      // Fields may have come: it passes over them. An answer names the version of the server.
      expect([said.name, today]).toMatchObject([said.name, { status, answer: withVersion(answer) }])
    }
  })

  test('[P1] is not asked to upgrade before its work is on the server', async () => {
    const pushes = readConversation(version).filter(({ url, status }) => url === '/sync/v1/push' && status === 200)
    expect(pushes.length).toBeGreaterThan(5)
    for (const push of pushes) expect((await ask(push)).status).toBe(200)
  })
})

describe.each(recordedVersions())('a server of protocol %i', (version) => {
  test('[P18] is understood by the tablets of this release', () => {
    for (const exchange of readConversation(version)) {
      const parsed = schemaOf(exchange).safeParse(exchange.answer)
      expect([exchange.name, parsed.success]).toEqual([exchange.name, true])
    }
  })
})

function withVersion(answer: unknown): unknown {
  const isVersioned = typeof answer === 'object' && answer !== null && 'proto' in answer
  return isVersioned ? { ...answer, proto: protocolVersion } : answer
}

function schemaOf({ url, status }: Exchange) {
  if (status !== 200) return errorAnswer
  if (url.endsWith('/push')) return pushResponse
  if (url.endsWith('/pull')) return pullResponse
  return url.includes('/marks/') ? marksResponse : quarantineResponse
}
