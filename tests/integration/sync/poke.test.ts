import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Transport } from '../../../src/sync/SyncPorts.ts'
import { pokeAnswer, type PokeAnswer } from '../../../src/protocol/poke.ts'
import { aServer, clearLine, type Line, type TestServer } from '../../support/sync/aServer.ts'
import { aTablet, type Tablet } from '../../support/sync/aTablet.ts'
import { waitUntil } from '../../support/waitUntil.ts'

let server: TestServer
const tablets: Tablet[] = []

beforeEach(async () => {
  server = await aServer()
})

afterEach(async () => {
  for (const tablet of tablets.splice(0)) tablet.close()
  await server.close()
})

async function started(name: string, transport: Transport) {
  const tablet = await aTablet({ name, transport })
  tablets.push(tablet)
  tablet.engine.start()
  tablet.clock.advance(0)
  await tablet.settled(0)
  return tablet
}

/** Two tablets that know each other's keys; the second one's pulls are counted, and what pokes bring it passes through `change`. */
async function aPair(change: (news: PokeAnswer) => unknown = (news) => news) {
  let pulls = 0
  let letGo: Promise<void> | undefined
  const counting: Line = (deliver) => async (path, json) => {
    const answer = await deliver(path, json)
    if (path.endsWith('/pull')) {
      pulls += 1
      await letGo
    }
    return answer
  }
  /** Answers to pulls come from now on when the returned function is called. */
  const holdPulls = () => {
    let release = () => {}
    letGo = new Promise((resolve) => (release = resolve))
    return release
  }
  const straight = server.transport(() => counting)
  const brought: unknown[] = []
  const transport: Transport = {
    ...straight,
    subscribePoke: (onPoke) =>
      straight.subscribePoke((raw) => {
        const news = pokeAnswer.safeParse(raw)
        brought.push(raw)
        onPoke(news.success ? change(news.data) : raw)
      }),
  }
  const writer = await started(
    'writer',
    server.transport(() => clearLine),
  )
  const reader = await started('reader', transport)
  await writer.note('一')
  await writer.sync()
  await reader.sync()
  await pokesRest()
  return { writer, reader, brought, pulls: () => pulls, holdPulls }
}

/** The hub tells at most once per pause. */
const pokesRest = () => new Promise((resolve) => setTimeout(resolve, 80))

async function arrives(reader: Tablet, text: string) {
  await waitUntil(text, async () => {
    reader.clock.advance(0)
    return (await reader.textsOf()).includes(text)
  })
}

test('[P25] what a colleague writes comes with the poke, and is not asked for', async () => {
  const { writer, reader, pulls } = await aPair()
  const before = pulls()
  await writer.note('二')
  await writer.sync()
  await arrives(reader, '二')
  expect(pulls()).toBe(before)
  expect(await reader.state()).toEqual(await writer.state())
})

test.each<[string, (news: PokeAnswer) => unknown]>([
  ['of another epoch', (news) => ({ ...news, epoch: 'another' })],
  ['with a gap before it', ({ page, ...news }) => ({ ...news, page: { ...page, from: page.from + 1 } })],
  ['with another root', ({ page, ...news }) => ({ ...news, page: { ...page, root: 'another' } })],
  ['of another form', () => ({ hello: 'portal' })],
])('[P25] a page %s is not taken: the tablet looks for itself', async (_what, change) => {
  const { writer, reader, pulls } = await aPair(change)
  const before = pulls()
  await writer.note('二')
  await writer.sync()
  await arrives(reader, '二')
  expect(pulls()).toBeGreaterThan(before)
  expect(await reader.state()).toEqual(await writer.state())
})

test('[P25] the first entry of a tablet whose key is not here yet is fetched together with the key', async () => {
  const { reader } = await aPair()
  const newcomer = await started(
    'newcomer',
    server.transport(() => clearLine),
  )
  await newcomer.note('三', 'answer:antivirus/1-3')
  await newcomer.sync()
  await waitUntil('the entry', async () => {
    reader.clock.advance(0)
    return (await reader.textsOf('answer:antivirus/1-3')).includes('三')
  })
  expect(await reader.db.dexie.deviceKeys.get(newcomer.device)).toBeDefined()
})

test('[P25] a tablet leaves its own entries to their verdicts', async () => {
  const { writer, reader, brought, pulls } = await aPair()
  await reader.note('二')
  const before = pulls()
  await reader.sync()
  await pokesRest()
  expect(brought.some((raw) => pokeAnswer.safeParse(raw).success)).toBe(true)
  expect(pulls()).toBeGreaterThan(before)
  await writer.sync()
  expect(await writer.state()).toEqual(await reader.state())
})

test('[P25] a tablet does not look again because of its own entries', async () => {
  const { reader, brought, pulls } = await aPair()
  brought.length = 0
  await reader.note('二')
  const before = pulls()
  await reader.sync()
  await waitUntil('the poke', () => brought.length > 0)
  await pokesRest()
  reader.clock.advance(1_000)
  await pokesRest()
  expect(pulls()).toBe(before + 1)
})

test('[P25] what a colleague writes during an attempt is taken right after it', async () => {
  const { writer, reader, brought, pulls, holdPulls } = await aPair()
  brought.length = 0
  const letPullsGo = holdPulls()
  const asked = pulls()
  reader.engine.syncNow()
  reader.clock.advance(0)
  await waitUntil('the pull', () => pulls() > asked)
  await writer.note('二')
  await writer.sync()
  await waitUntil('the poke', () => brought.length > 0)
  const before = pulls()
  letPullsGo()
  await waitUntil('the entry', async () => (await reader.textsOf()).includes('二'))
  expect(pulls()).toBe(before)
})

test('[P25] of many operations a poke says only that they are there', async () => {
  const { writer, reader, brought } = await aPair()
  brought.length = 0
  for (let index = 0; index < 21; index += 1) await writer.note(`${index}`, `answer:antivirus/q-${index}`)
  await writer.sync()
  await reader.sync()
  expect(brought.filter((raw) => pokeAnswer.safeParse(raw).success)).toEqual([])
  expect(await reader.state()).toEqual(await writer.state())
})
