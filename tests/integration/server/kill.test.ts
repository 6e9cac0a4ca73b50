// Processes killed at any moment: what was acknowledged is there afterwards, and nothing stands in the way of going on.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EncodedOperation } from '../../../src/domain/oplog/Operation.ts'
import { bundleServer, type ServerBundle } from '../../support/server/bundleServer.ts'
import { readStream } from '../../support/server/readStream.ts'
import { RunWriter } from '../../support/server/RunWriter.ts'
import { syncClient } from '../../support/server/syncClient.ts'
import { startGenbaServer, type GenbaServer } from '../../support/startGenbaServer.ts'
import { startPostgres, type Postgres } from '../../support/startPostgres.ts'

/** More on demand: `GENBA_KILLS=100`. */
const kills = Number(process.env['GENBA_KILLS'] ?? 5)
const tablets = 4

let bundle: ServerBundle
let postgres: Postgres | undefined
beforeAll(async () => {
  ;[bundle, postgres] = await Promise.all([bundleServer(), startPostgres()])
}, 60_000)
afterAll(async () => {
  bundle.dispose()
  await postgres?.dispose()
})

/** A tablet that sends what it has until it is acknowledged, as the real one does. */
function tablet(origin: string, device: string) {
  const writer = new RunWriter(device, 'hot')
  const client = syncClient(origin)
  const acknowledged: EncodedOperation[] = []
  let waiting: readonly EncodedOperation[] = []
  const pushOnce = async () => {
    if (waiting.length === 0) waiting = writer.writeMany(1 + Math.floor(Math.random() * 20))
    const verdicts = await client.push(writer.push(waiting))
    const isTaken = verdicts?.every(({ verdict }) => verdict === 'acked' || verdict === 'duplicate') ?? false
    if (isTaken) {
      acknowledged.push(...waiting)
      waiting = []
    }
    return isTaken
  }
  return { acknowledged, pushOnce }
}

async function killRepeatedly(server: GenbaServer, killAll: () => Promise<void>, startAll: () => Promise<void>) {
  const pushing = Array.from({ length: tablets }, (_, index) => tablet(server.origin, `d${index}`))
  const watched = tablet(server.origin, 'watched')
  const all = [...pushing, watched]
  let lost = 0
  for (let round = 0; round < kills; round += 1) {
    let isKilled = false
    const rush = pushing.map(async ({ pushOnce }) => {
      while (!isKilled) await pushOnce()
    })
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 150))
    // At once after an acknowledgement, while the other tablets' requests are anywhere between.
    await watched.pushOnce()
    const killing = killAll()
    isKilled = true
    await Promise.all([killing, ...rush])
    await startAll()
    const kept = new Set(await readStream(syncClient(server.origin).pull, 'hot'))
    lost += all.flatMap(({ acknowledged }) => acknowledged).filter(({ header }) => !kept.has(header)).length
  }
  for (const { pushOnce } of all) expect(await pushOnce()).toBe(true)
  return { lost, acknowledged: all.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0) }
}

describe('[P5] whatever was acknowledged is there after SIGKILL', () => {
  test('of the server on SQLite', async () => {
    const server = await startGenbaServer({ program: bundle.program })
    try {
      const seen = await killRepeatedly(
        server,
        () => server.kill(),
        () => server.start(),
      )
      console.log(`SQLite: ${seen.acknowledged} acknowledged over ${kills} kills, ${seen.lost} lost`)
      expect(seen.lost).toBe(0)
      expect(seen.acknowledged).toBeGreaterThan(kills)
    } finally {
      await server.dispose()
    }
  }, 600_000)

  test('of the server and of PostgreSQL', async () => {
    const database = postgres
    if (database === undefined) {
      console.log('PostgreSQL is not installed: the kill test ran on SQLite only.')
      return
    }
    const server = await startGenbaServer({ program: bundle.program, databaseUrl: await database.createDatabase() })
    try {
      const killBoth = async () => {
        await Promise.all([database.kill(), server.kill()])
      }
      const startBoth = async () => {
        await database.start()
        await server.start()
      }
      const seen = await killRepeatedly(server, killBoth, startBoth)
      console.log(`PostgreSQL: ${seen.acknowledged} acknowledged over ${kills} kills, ${seen.lost} lost`)
      expect(seen.lost).toBe(0)
      expect(seen.acknowledged).toBeGreaterThan(kills)
    } finally {
      await server.dispose()
    }
  }, 600_000)

  test('[P5] while PostgreSQL alone is gone the server answers busy, and goes on when it is back', async () => {
    const database = postgres
    if (database === undefined) return
    const server = await startGenbaServer({ program: bundle.program, databaseUrl: await database.createDatabase() })
    try {
      const { pushOnce } = tablet(server.origin, 'd1')
      expect(await pushOnce()).toBe(true)
      await database.kill()
      const writer = new RunWriter('d2', 'hot')
      const refused = await syncClient(server.origin).post('push', writer.push(writer.writeMany(1)))
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1'])
      await database.start()
      expect(await pushOnce()).toBe(true)
    } finally {
      await server.dispose()
    }
  }, 120_000)
})

describe('two processes on one database', () => {
  const share = async (options: { dataDir?: string; databaseUrl?: string }) => {
    const servers = [
      await startGenbaServer({ program: bundle.program, ...options }),
      await startGenbaServer({ program: bundle.program, ...options }),
    ] as const
    try {
      const writers = Array.from({ length: 8 }, (_, index) =>
        tablet(servers[index % 2 === 0 ? 0 : 1].origin, `d${index}`),
      )
      await Promise.all(
        writers.map(async ({ pushOnce }) => {
          for (let done = 0; done < 10;) if (await pushOnce()) done += 1
        }),
      )
      const kept = await readStream(syncClient(servers[0].origin).pull, 'hot')
      const acknowledged = writers.flatMap((writer) => writer.acknowledged.map(({ header }) => header))
      expect(kept.toSorted()).toEqual(acknowledged.toSorted())
      expect(await readStream(syncClient(servers[1].origin).pull, 'hot')).toEqual(kept)
    } finally {
      for (const server of servers) await server.dispose()
    }
  }

  test('[P3] [P4] share one SQLite file without gaps or losses', async () => {
    const owner = await startGenbaServer({ program: bundle.program })
    try {
      await share({ dataDir: owner.dataDir })
    } finally {
      await owner.dispose()
    }
  }, 120_000)

  test('[P3] [P4] share one PostgreSQL database without gaps or losses', async () => {
    if (postgres) await share({ databaseUrl: await postgres.createDatabase() })
  }, 120_000)
})
