// The server killed at every step between the request and the answer: what it said is true, and the retry is answered exactly right.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { must } from '../../../src/domain/must.ts'
import type { EncodedOperation } from '../../../src/domain/oplog/Operation.ts'
import type { PushRequest } from '../../../src/protocol/push.ts'
import { findEngines } from '../../support/engines/findEngines.mjs'
import { bundleServer, type ServerBundle } from '../../support/server/bundleServer.ts'
import { doomFile, killSteps, stalledFile, type Step } from '../../support/server/killSteps.ts'
import { readStream } from '../../support/server/readStream.ts'
import { RunWriter } from '../../support/server/RunWriter.ts'
import { syncClient } from '../../support/server/syncClient.ts'
import { startGenbaServer, type GenbaServer } from '../../support/startGenbaServer.ts'
import { startPostgres, type Postgres } from '../../support/startPostgres.ts'
import { waitUntil } from '../../support/waitUntil.ts'

vi.setConfig({ testTimeout: 180_000 })

let bundle: ServerBundle
let postgres: Postgres | undefined
beforeAll(async () => {
  const killable = 'tests/support/server/killableServer.ts'
  ;[bundle, postgres] = await Promise.all([bundleServer({ killable }), startPostgres()])
}, 120_000)
afterAll(async () => {
  bundle.dispose()
  await postgres?.dispose()
})

const startKillable = (databaseUrl?: string) =>
  startGenbaServer({ program: bundle.pathOf('killable'), ...(databaseUrl !== undefined && { databaseUrl }) })

/** From here on the transaction is durable, whatever the tablet hears. */
const durableFrom = killSteps.indexOf('after the commit')

async function killAtEachStep(server: GenbaServer): Promise<void> {
  const client = syncClient(server.origin)
  const writer = new RunWriter('d1', 'hot')
  const pushed: EncodedOperation[] = []
  const verdictsOf = async (operations: readonly EncodedOperation[]) =>
    (await client.push(writer.push(operations)))?.map(({ verdict }) => verdict)
  for (const [index, step] of killSteps.entries()) {
    const before = writer.writeMany(2)
    expect([step, await verdictsOf(before)]).toEqual([step, ['acked', 'acked']])
    pushed.push(...before)
    writeFileSync(join(server.dataDir, doomFile), `kill ${step}`)
    const doomed = writer.writeMany(3)
    // No answer, or half of one: the tablet knows nothing.
    expect([step, await verdictsOf(doomed)]).toEqual([step, undefined])
    await waitUntil('the server is dead', () => server.pid() === undefined)
    await server.start()
    const isDurable = index >= durableFrom
    const expected = isDurable ? [...pushed, ...doomed] : pushed
    // Everything or nothing of the run, and every root fits.
    expect(await readStream(client.pull, 'hot')).toEqual(expected.map(({ header }) => header))
    const again = isDurable ? 'duplicate' : 'acked'
    expect([step, await verdictsOf(doomed)]).toEqual([step, [again, again, again]])
    pushed.push(...doomed)
  }
  expect(await readStream(client.pull, 'hot')).toEqual(pushed.map(({ header }) => header))
}

describe('[P5] the server is killed at each step of a push', () => {
  test('on SQLite', async () => {
    const server = await startKillable()
    try {
      await killAtEachStep(server)
    } finally {
      await server.dispose()
    }
  })

  test('on PostgreSQL', async () => {
    if (postgres === undefined) {
      console.log('PostgreSQL is not installed: the steps were tried on SQLite only.')
      return
    }
    const server = await startKillable(await postgres.createDatabase())
    try {
      await killAtEachStep(server)
    } finally {
      await server.dispose()
    }
  })

  test('while PostgreSQL alone is killed: nothing is acknowledged that is not there, and the retry is right', async () => {
    const database = postgres
    if (database === undefined) return
    const server = await startKillable(await database.createDatabase())
    try {
      const client = syncClient(server.origin)
      const writer = new RunWriter('d1', 'hot')
      const pushed = writer.writeMany(2)
      await client.push(writer.push(pushed))
      for (const step of ['after the insert', 'before the commit', 'after the commit'] satisfies Step[]) {
        const doomed = writer.writeMany(3)
        const verdicts = await pushWhileStandingStill(server, writer.push(doomed), {
          step,
          meanwhile: () => database.kill(),
        })
        await database.start()
        const isCommitted = step === 'after the commit'
        expect([step, verdicts]).toEqual([step, isCommitted ? ['acked', 'acked', 'acked'] : undefined])
        await waitUntil('the server reaches the database', async () => (await fetch(`${server.origin}/healthz`)).ok)
        const expected = isCommitted ? [...pushed, ...doomed] : pushed
        expect(await readStream(client.pull, 'hot')).toEqual(expected.map(({ header }) => header))
        const again = isCommitted ? 'duplicate' : 'acked'
        expect((await client.push(writer.push(doomed)))?.map(({ verdict }) => verdict)).toEqual([again, again, again])
        pushed.push(...doomed)
      }
    } finally {
      await server.dispose()
    }
  })
})

/** Something happens while the push stands still at a step. */
async function pushWhileStandingStill(
  { origin, dataDir }: GenbaServer,
  request: PushRequest,
  { step, meanwhile }: { readonly step: Step; readonly meanwhile: () => Promise<void> },
): Promise<readonly string[] | undefined> {
  const [doom, stalled] = [join(dataDir, doomFile), join(dataDir, stalledFile)]
  writeFileSync(doom, `stall ${step}`)
  const answer = syncClient(origin).push(request)
  await waitUntil('the server stands still', () => existsSync(stalled))
  rmSync(stalled)
  await meanwhile()
  rmSync(doom)
  return (await answer)?.map(({ verdict }) => verdict)
}

describe('durability', () => {
  test('[P5] every acknowledged push on SQLite is one write to the disk, done before the answer', async () => {
    const { strace } = findEngines()
    const server = await startGenbaServer({ program: bundle.program })
    const trace = join(server.dataDir, 'trace')
    try {
      const writer = new RunWriter('d1', 'hot')
      const client = syncClient(server.origin)
      // The first one creates the stream and notes the device.
      await client.push(writer.push(writer.writeMany(2)))
      const isTracing = strace !== undefined && (await attach(strace, must(server.pid(), 'a server'), trace))
      if (!isTracing) {
        console.log('strace is missing or not allowed here: the writes to the disk were not counted.')
        return
      }
      const pushes: { readonly sent: number; readonly answered: number }[] = []
      for (let round = 0; round < 10; round += 1) {
        const sent = exactNow()
        const verdicts = await client.push(writer.push(writer.writeMany(1 + round)))
        pushes.push({ sent, answered: exactNow() })
        expect(verdicts?.every(({ verdict }) => verdict === 'acked')).toBe(true)
      }
      const syncs = readFileSync(trace, 'utf8')
        .split('\n')
        .flatMap((line) => /^\d+ +(\d+\.\d+) f(?:data)?sync\(\d+<[^>]*genba\.sqlite/.exec(line)?.[1] ?? [])
        .map((seconds) => Number(seconds) * 1_000)
      const counts = pushes.map(({ sent, answered }) => syncs.filter((at) => at >= sent && at <= answered).length)
      expect(counts).toEqual(pushes.map(() => 1))
      expect(syncs).toHaveLength(pushes.length)
    } finally {
      await server.dispose()
    }
  })
})

/** In ms since 1970, with fractions, as strace tells it. */
function exactNow(): number {
  return performance.timeOrigin + performance.now()
}

/** False where it may not look into other processes. It ends with the server. */
async function attach(strace: string, pid: number, output: string): Promise<boolean> {
  const options = ['-f', '-y', '-ttt', '-e', 'trace=fsync,fdatasync', '-o', output, '-p', String(pid)]
  const tracer = spawn(strace, options, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  tracer.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  return (
    (await waitUntil('strace is attached', () => {
      if (said.includes('not permitted')) return 'no'
      return said.includes(`Process ${String(pid)} attached`) && 'yes'
    })) === 'yes'
  )
}
