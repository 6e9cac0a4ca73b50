// The real server, but for one thing: it kills itself, or stands still, at the step of a push or an upload that a file in its data folder names.
// Bundled for the kill suite only.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { KyselyPlugin, QueryId, RootOperationNode } from 'kysely'
import { evidenceSettingsOf, parseConfig } from '../../../src/server/config.ts'
import { createEvidenceContext } from '../../../src/server/evidence/createEvidenceContext.ts'
import type { EvidenceContext } from '../../../src/server/evidence/EvidenceContext.ts'
import { openEvidenceStore, stagingFolderIn } from '../../../src/server/evidence/openEvidenceStore.ts'
import { createServer } from '../../../src/server/http/createServer.ts'
import { sha256 } from '../../../src/server/sha256.ts'
import { createStore } from '../../../src/server/store/createStore.ts'
import { openMigrated } from '../../../src/server/store/openMigrated.ts'
import { createSyncContext } from '../../../src/server/sync/createSyncContext.ts'
import { doomFile, stalledFile, type Step } from './killSteps.ts'

const config = parseConfig(process.env)
if (!config.ok) throw new Error(config.error)
const { dataFolder } = config.value

/** What the file asks for at this step: nothing, the end, or to wait until the file is gone. */
async function reach(step: Step): Promise<void> {
  const doom = join(dataFolder, doomFile)
  const wish = existsSync(doom) ? readFileSync(doom, 'utf8') : ''
  if (wish === `kill ${step}`) {
    rmSync(doom)
    die()
  }
  if (wish !== `stall ${step}`) return
  writeFileSync(join(dataFolder, stalledFile), '')
  while (existsSync(doom)) await new Promise((resolve) => setTimeout(resolve, 5))
}

function die(): void {
  process.kill(process.pid, 'SIGKILL')
  // The signal comes from outside, so to speak: nothing of ours may run until it does.
  for (;;);
}

const begun = new WeakMap<QueryId, string>()
const watching: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => {
    begun.set(queryId, kindOf(node))
    return node
  },
  transformResult: async ({ result, queryId }) => {
    const kind = begun.get(queryId)
    if (kind === 'lock') await reach('after the lock')
    if (kind === 'insert') await reach('after the insert')
    if (kind === 'head') await reach('after the head moved')
    if (kind === 'chains') await reach('before the commit')
    if (kind === 'commit') await reach('after the commit')
    return result
  },
}

function kindOf(node: RootOperationNode): string {
  const text = JSON.stringify(node)
  if (node.kind === 'UpdateQueryNode' && text.includes('"streams"')) return node.returning ? 'lock' : 'head'
  if (node.kind !== 'RawNode') return ''
  if (text.includes('insert into') && text.includes('"operations"')) return 'insert'
  // The last statement of the transaction.
  if (text.includes('insert into') && text.includes('"device_chains"')) return 'chains'
  return node.sqlFragments[0] === 'commit' ? 'commit' : ''
}

const engine = await openMigrated(config.value)
const store = createStore({ ...engine, db: engine.db.withPlugin(watching) }, sha256)
const appending = {
  ...store,
  append: async (...args: Parameters<typeof store.append>) => {
    await reach('before the transaction')
    return store.append(...args)
  },
}
const now = () => new Date()
const randomId = () => 'epoch-of-the-kill-suite'
const { organisation, logLevel, origins, host, port } = config.value
const context = await createSyncContext({ store: appending, organisation, now, randomId, sha256 })
const evidence = await openEvidence()
const server = await createServer({ context, evidence, appFolder: '', logLevel, origins })
server.addHook('onSend', async (request, reply, payload) => {
  if (request.url.startsWith('/evidence/')) await reach('before the receipt is sent')
  if (request.url !== '/sync/v1/push') return payload
  await reach('before the answer')
  await sendHalf(reply, String(payload))
  return payload
})
await server.listen({ host, port })

async function openEvidence(): Promise<EvidenceContext> {
  const settings = evidenceSettingsOf({ dataFolder, s3: undefined })
  const kept = openEvidenceStore(settings)
  const stopping: typeof kept = {
    ...kept,
    keep: async (staged) => {
      await reach('before the file is kept')
      await kept.keep(staged)
      await reach('after the file is kept')
    },
  }
  const key = await store.readServerKey(organisation)
  const parts = { store: stopping, stagingFolder: stagingFolderIn(settings), key, epoch: context.epoch, now, sha256 }
  const opened = await createEvidenceContext(parts)
  const { uploads } = opened
  const [write, finish] = [uploads.write.bind(uploads), uploads.finish.bind(uploads)]
  uploads.write = (bytes, id, offset) => write(reachingInside(bytes), id, offset)
  uploads.finish = async (id, into) => {
    await reach('after the last piece')
    return finish(id, into)
  }
  return {
    ...opened,
    makeReceipt: async (request) => {
      await reach('before the receipt')
      return opened.makeReceipt(request)
    },
  }
}

/** What comes behind the first bytes waits until they are written. */
function reachingInside(bytes: Readable): Readable {
  let isFirst = true
  return bytes.pipe(
    new Transform({
      transform(piece: Buffer, _encoding, done) {
        if (!isFirst) return void reachLater().then(() => done(null, piece), done)
        isFirst = false
        done(null, piece)
      },
      flush: (done) => void reachLater().then(() => done(), done),
    }),
  )
}

async function reachLater(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 30))
  await reach('in mid-piece')
}

/** The head and half of the body go out, then the process dies. */
async function sendHalf(reply: FastifyReply, payload: string): Promise<void> {
  const doom = join(dataFolder, doomFile)
  const isWished = existsSync(doom) && readFileSync(doom, 'utf8') === ('kill in mid-answer' satisfies `kill ${Step}`)
  const { socket } = reply.raw
  if (!isWished || socket === null) return
  rmSync(doom)
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${String(Buffer.byteLength(payload))}\r\n\r\n`
  await new Promise((resolve) => socket.write(head + payload.slice(0, payload.length / 2), resolve))
  die()
}
