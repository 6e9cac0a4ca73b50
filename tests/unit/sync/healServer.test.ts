import { expect, test } from 'vitest'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { anEntry, aNote, ours, stream } from '../../support/localdb/someOperations.ts'
import { countUnsent } from '../../../src/localdb/countUnsent.ts'
import { markOwn } from '../../../src/localdb/markOwn.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { takeFacts } from '../../../src/sync/healServer.ts'

const nothingThere = { marks: [], backedUp: [] }

async function aTabletWithTwoAcked() {
  const db = await aBrowser().tab()
  await recordOperations(db, anEntry(aNote('一'), aNote('二')))
  await markOwn(db, stream, [
    { n: 1, status: 'acked' },
    { n: 2, status: 'acked' },
  ])
  const signer = {
    device: ours,
    deviceKey: { algorithm: 'Ed25519', publicKey: 'k' },
    sign: () => Promise.resolve('s'),
  } as const
  return { db, signer, relaysAside: new Set<string>() }
}

test('[P15] what was acknowledged before the server was asked, and is not there, is sent again', async () => {
  const context = await aTabletWithTwoAcked()
  expect(await takeFacts(context, nothingThere, new Map([[stream, 2]]))).toBe(true)
  expect((await countUnsent(context.db)).entries).toBe(2)
})

test('[P15] what came to be acknowledged after the server was asked is not taken for lost', async () => {
  const context = await aTabletWithTwoAcked()
  expect(await takeFacts(context, nothingThere, new Map())).toBe(false)
  expect((await countUnsent(context.db)).entries).toBe(0)
})
