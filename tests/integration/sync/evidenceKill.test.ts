// The server's process is killed at every step of what a tablet sends: the tablet goes on by itself, and the bytes are the same in the end.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { aPhoto, hashOf } from '../../support/localdb/someEvidence.ts'
import { bundleServer, type ServerBundle } from '../../support/server/bundleServer.ts'
import { doomFile, evidenceKillSteps, type Step } from '../../support/server/killSteps.ts'
import { startGenbaServer, type GenbaServer } from '../../support/startGenbaServer.ts'
import { bytesAt, watchRequests, waysTo } from '../../support/sync/anEvidenceServer.ts'
import { aRunningTablet, attach, storedAll, until } from '../../support/sync/anEvidenceTablet.ts'
import type { Tablet } from '../../support/sync/aTablet.ts'
import type { EvidenceFile } from '../../../src/localdb/sealEvidence.ts'

vi.setConfig({ testTimeout: 240_000 })

const megabyte = 1024 * 1024
let bundle: ServerBundle
let server: GenbaServer
let tablet: Tablet

let sent = 0
beforeAll(async () => {
  bundle = await bundleServer({ killable: 'tests/support/server/killableServer.ts' })
  server = await startGenbaServer({ program: bundle.pathOf('killable') })
}, 120_000)
afterAll(async () => {
  await server.dispose()
  bundle.dispose()
})

beforeEach(async () => {
  tablet = await aRunningTablet({ name: `tablet-${String(sent)}`, ...waysTo(() => server.origin) })
  await until(tablet, 'the first contact', () => tablet.status().phase.state === 'idle' && tablet.attempts() > 0)
})
afterEach(() => tablet.close())

/** Another one for each test: the server keeps those of before. */
const anotherFile = (bytes: number) => aPhoto(bytes, (sent += 1))

const doom = (step: Step) => writeFileSync(join(server.dataDir, doomFile), `kill ${step}`)

/** Dies under the file, comes back, and has it. */
async function sendThroughDeath(file: EvidenceFile): Promise<void> {
  await attach(tablet, file)
  await until(tablet, 'the server is dead', () => server.pid() === undefined)
  await server.start()
  await storedAll(tablet, file)
  expect(hashOf((await bytesAt(server.origin, file.sha256)) ?? new Uint8Array())).toBe(file.sha256)
}

test.each(evidenceKillSteps)('[P22] a large upload goes on where the server was killed %s', async (step) => {
  doom(step)
  await sendThroughDeath(anotherFile(9 * megabyte))
})

test('a large upload goes on where the server was killed in mid-piece, at each of its pieces', async () => {
  for (const piece of [1, 2, 3]) {
    let patches = 0
    const end = watchRequests(({ method }) => {
      if (method === 'PATCH' && (patches += 1) === piece) doom('in mid-piece')
      return 'delivered'
    })
    await sendThroughDeath(anotherFile(9 * megabyte))
    end()
    // What was there before the piece was not sent once more.
    expect([piece, patches]).toEqual([piece, 4])
  }
})

// Of a PUT there are no pieces.
test.each(evidenceKillSteps.slice(2))('[P22] a photo is sent again where the server was killed %s', async (step) => {
  doom(step)
  await sendThroughDeath(anotherFile(300_000))
})
