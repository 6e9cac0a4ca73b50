import { afterEach, beforeEach, expect, test } from 'vitest'
import { readWholeHistory } from '../../../src/localdb/readWholeHistory.ts'
import { aServer, clearLine, type TestServer } from '../../support/sync/aServer.ts'
import { aTablet, auditStream, type Tablet } from '../../support/sync/aTablet.ts'

let server: TestServer
const tablets: Tablet[] = []

beforeEach(async () => {
  server = await aServer()
})

afterEach(async () => {
  for (const tablet of tablets.splice(0)) tablet.close()
  await server.close()
})

test('the whole history holds shared and unsent operations, and where each chain ends', async () => {
  const tablet = await aTablet({ name: 'tablet-a', transport: server.transport(() => clearLine) })
  tablets.push(tablet)
  tablet.engine.start()
  tablet.clock.advance(0)
  await tablet.settled(0)
  await tablet.note('一', 'answer:antivirus/q-1')
  await tablet.sync()
  await tablet.note('二', 'answer:antivirus/q-1')
  const { entries, ends, isWhole } = await readWholeHistory(tablet.db, auditStream)
  expect(isWhole).toBe(true)
  const numbers = entries.map(({ operation }) => operation.n)
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  expect(entries.at(-1)?.status).toBe('unsent')
  expect(ends).toMatchObject([{ device: entries[0]?.operation.device, n: numbers.at(-1) }])
  expect(ends[0]?.hash).toMatch(/^[A-Za-z0-9_-]{43}$/)
})
