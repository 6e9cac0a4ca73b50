// Backup and restore between every two databases the server can keep its log in.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { must } from '../../../src/domain/must.ts'
import { restoreBackup, type RestoreWish } from '../../../src/server/backup/restoreBackup.ts'
import { verifyBackup } from '../../../src/server/backup/verifyBackup.ts'
import { writeBackup } from '../../../src/server/backup/writeBackup.ts'
import { openDiskEvidence } from '../../../src/server/evidence/openDiskEvidence.ts'
import { openEvidenceStore } from '../../../src/server/evidence/openEvidenceStore.ts'
import { parseConfig } from '../../../src/server/config.ts'
import { startServer } from '../../../src/server/startServer.ts'
import { createStore } from '../../../src/server/store/createStore.ts'
import { DatabaseInUse } from '../../../src/server/store/DatabaseInUse.ts'
import { dumpedTables, dumpRows, type DumpedRow } from '../../../src/server/store/dumpRows.ts'
import type { Engine } from '../../../src/server/store/Engine.ts'
import { holdDatabase } from '../../../src/server/store/holdDatabase.ts'
import { openPostgres } from '../../../src/server/store/openPostgres.ts'
import { openSqlite } from '../../../src/server/store/openSqlite.ts'
import { renewEpochs } from '../../../src/server/store/renewEpochs.ts'
import { recordBackup } from '../../../src/server/store/recordBackup.ts'
import { pushOperations } from '../../../src/server/sync/pushOperations.ts'
import type { SyncContext } from '../../../src/server/sync/SyncContext.ts'
import { startS3 } from '../../support/evidence/startS3.ts'
import { contextOf, serverTime } from '../../support/server/contextOf.ts'
import { RunWriter } from '../../support/server/RunWriter.ts'
import { storeEngines, type TestDatabase } from '../../support/server/storeEngines.ts'
import { waitUntil } from '../../support/waitUntil.ts'
import { sha256ForTests } from '../../support/sha256ForTests.ts'

vi.setConfig({ testTimeout: 60_000 })

const { engines, postgres } = await storeEngines()
afterAll(() => postgres?.dispose())

let folder: string
const opened: (() => Promise<void>)[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'genba-backup-'))
})
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
  await rm(folder, { recursive: true, force: true })
})

interface Site {
  readonly database: TestDatabase
  readonly engine: Engine
  readonly context: SyncContext
  readonly evidenceFolder: string
}

async function openSite(database: TestDatabase, evidence = 'evidence'): Promise<Site> {
  const engine = await database.openEngine()
  opened.push(() => engine.db.destroy())
  const context = await contextOf(createStore(engine, sha256ForTests))
  return { database, engine, context, evidenceFolder: join(folder, evidence) }
}

async function newSite(engine = engines[0], evidence?: string): Promise<Site> {
  if (engine === undefined) throw new Error('no engine')
  const database = await engine.createDatabase()
  opened.push(database.dispose)
  return openSite(database, evidence)
}

/** A finished stream, a second one, and something in quarantine. */
async function fill({ context }: Site): Promise<void> {
  const first = new RunWriter('d1', 's1')
  await pushOperations(context, first.push(first.writeMany(1_200).slice(0, 500)))
  const second = new RunWriter('d2', 's2')
  const [one, two, three] = second.write('一', '絵文字 👍 "引用" \\n', '三')
  if (!one || !two || !three) throw new Error('three operations')
  await pushOperations(context, second.push([one, { ...two, body: '"changed on the way"' }]))
}

const backUp = async ({ engine, evidenceFolder }: Site, name = 'backup.tar') => {
  const file = join(folder, name)
  const settings = {
    evidence: openDiskEvidence(evidenceFolder),
    file,
    now: new Date(serverTime),
    sha256: sha256ForTests,
  }
  const made = await writeBackup({ engine, engineName: 'SQLite', ...settings })
  if (!made.ok) throw new Error(made.error.code)
  return { file, ...made.value }
}

const restore = (site: Site, file: string, wish: Partial<RestoreWish> = {}) =>
  restoreBackup({
    settings: site.database.settings,
    evidence: openDiskEvidence(site.evidenceFolder),
    stagingFolder: join(site.evidenceFolder, 'incoming'),
    file,
    mayReplace: false,
    now: new Date(serverTime),
    randomId: () => 'fresh-epoch',
    sha256: sha256ForTests,
    ...wish,
  })

/** Everything that counts, without what a restore is meant to change. */
async function contentOf({ engine }: Pick<Site, 'engine'>): Promise<Record<string, string>> {
  return dumpRows(engine, async (dump) => {
    const content: Record<string, string> = {}
    for (const table of dumpedTables) {
      const rows: DumpedRow[] = []
      for await (const page of dump.rowsOf(table)) rows.push(...page)
      const kept = rows.filter((row) => row['name'] !== 'epoch').map((row) => Object.entries(row).sort())
      content[table] = `${String(kept.length)} rows, ${sha256ForTests(JSON.stringify(kept))}`
    }
    return content
  })
}

/** After a restore the database is another one: what was open must be opened again. */
async function reopened(site: Site): Promise<Site> {
  await site.engine.db.destroy()
  return openSite(site.database)
}

describe.each(engines.flatMap((from) => engines.map((to) => [from.name, to.name, from, to] as const)))(
  'a backup of %s restored into %s',
  (_from, _to, from, to) => {
    test('holds every row as it was, under a fresh epoch', async () => {
      const source = await newSite(from)
      await fill(source)
      const { file, manifest } = await backUp(source)
      expect(manifest.streams.map(({ stream, head }) => [stream, head])).toEqual([
        ['s1', 500],
        ['s2', 1],
      ])
      const target = await newSite(to)
      expect(await restore(target, file)).toMatchObject({ ok: true, value: { aside: undefined } })
      const after = await reopened(target)
      expect(await contentOf(after)).toEqual(await contentOf(source))
      expect(after.context.epoch).toBe('fresh-epoch')
      // And it works on: the next operations are taken.
      const writer = new RunWriter('d3', 's3')
      const { results } = await pushOperations(after.context, writer.push(writer.writeMany(2)))
      expect(results[0]?.verdicts.map(({ verdict }) => verdict)).toEqual(['acked', 'acked'])
    })
  },
)

describe.each(engines.map((engine) => [engine.name, engine] as const))('on %s', (name, kind) => {
  test('a backup made while tablets push is of one instant', async () => {
    const site = await newSite(kind)
    // As a process of its own would have it. Opening writes, and both cannot write at once in one thread.
    const other = await openSite(site.database)
    const progress = { isPushing: true }
    const pushing = Array.from({ length: 4 }, async (_, index) => {
      const writer = new RunWriter(`d${String(index)}`, `s${String(index % 2)}`)
      while (progress.isPushing) {
        await pushOperations(site.context, writer.push(writer.writeMany(20)))
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    })
    const backups = [await backUp(other, 'one.tar'), await backUp(other, 'two.tar')]
    progress.isPushing = false
    await Promise.all(pushing)
    // Each was read back: every stream without a gap and with its root.
    const [one = 0, two = 0] = backups.map(({ manifest }) => manifest.streams.reduce((sum, { head }) => sum + head, 0))
    expect(two).toBeGreaterThanOrEqual(one)
  })

  test('work that is there is replaced only when that was said, and is set aside whole', async () => {
    const source = await newSite(kind)
    await fill(source)
    const { file } = await backUp(source)
    const target = await newSite(kind)
    const writer = new RunWriter('old', 'old-stream')
    await pushOperations(target.context, writer.push(writer.writeMany(3)))
    const before = await contentOf(target)
    expect(await restore(target, file)).toEqual({ ok: false, error: { code: 'has-work' } })
    expect(await contentOf(target)).toEqual(before)

    await target.engine.db.destroy()
    const restored = await restore(target, file, { mayReplace: true })
    const aside = restored.ok ? restored.value.aside : undefined
    if (aside === undefined) throw new Error('nothing was set aside')
    const after = await openSite(target.database)
    expect(await contentOf(after)).toEqual(await contentOf(source))
    if (name === 'PostgreSQL') {
      const { rows } = await sql<{ stream: string }>`select stream from ${sql.id(aside, 'streams')}`.execute(
        after.engine.db,
      )
      expect(rows).toEqual([{ stream: 'old-stream' }])
    } else {
      const dataFolder = join(target.database.settings.dataFolder, aside)
      expect(readdirSync(dataFolder)).toEqual(['genba.sqlite'])
      const old = openSqlite(dataFolder)
      expect(await contentOf({ engine: old })).toEqual(before)
      await old.db.destroy()
    }
  })

  test('nobody restores under a server, and no server starts under a restore', async () => {
    const site = await newSite(kind)
    const { file } = await backUp(site)
    const [one, two] = [
      await holdDatabase(site.database.settings, 'shared'),
      await holdDatabase(site.database.settings, 'shared'),
    ]
    await expect(restore(site, file)).rejects.toBeInstanceOf(DatabaseInUse)
    await one.release()
    await expect(restore(site, file)).rejects.toBeInstanceOf(DatabaseInUse)
    await two.release()
    const alone = await holdDatabase(site.database.settings, 'alone')
    await expect(holdDatabase(site.database.settings, 'shared')).rejects.toBeInstanceOf(DatabaseInUse)
    await alone.release()
    await site.engine.db.destroy()
    expect((await restore(site, file)).ok).toBe(true)
  })

  test('[P15] [P24] the horizon is what the second newest backup holds', async () => {
    const site = await newSite(kind)
    const writer = new RunWriter('d1', 's1')
    const horizons: number[] = []
    const evidence: (string | undefined)[] = []
    for (let round = 0; round < 3; round += 1) {
      await pushOperations(site.context, writer.push(writer.writeMany(10)))
      const { manifest } = await backUp(site, `${String(round)}.tar`)
      await recordBackup(site.engine, { streams: manifest.streams, evidenceTo: `day ${String(round)}` })
      const row = await site.engine.db.selectFrom('streams').select('backed_up').executeTakeFirstOrThrow()
      horizons.push(row.backed_up)
      evidence.push(await site.context.store.readEvidenceHorizon('main'))
    }
    expect(horizons).toEqual([0, 10, 20])
    expect(evidence).toEqual([undefined, 'day 0', 'day 1'])
  })
})

describe('a backup', () => {
  const nameOf = (content: string) => createHash('sha256').update(content).digest('base64url')
  const pathOf = (site: Site, content: string) =>
    join(site.evidenceFolder, nameOf(content).slice(0, 2), nameOf(content))
  const putEvidence = (path: string, content: string) => {
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, content)
  }

  test('carries the evidence, leaves unfinished uploads out, and mends damaged files when restored', async () => {
    const source = await newSite(undefined, 'source-evidence')
    for (const content of ['写真', '']) putEvidence(pathOf(source, content), content)
    putEvidence(join(source.evidenceFolder, 'incoming', 'unfinished'), 'half')
    const { file, manifest, damagedEvidence } = await backUp(source)
    expect(damagedEvidence).toEqual([])
    const evidence = manifest.parts.map((part) => part.name).filter((part) => part.startsWith('evidence/'))
    expect(evidence).toEqual(
      ['写真', '']
        .map(nameOf)
        .sort()
        .map((name) => `evidence/${name.slice(0, 2)}/${name}`),
    )
    const target = await newSite(undefined, 'target-evidence')
    putEvidence(pathOf(target, '写真'), 'damaged')
    expect((await restore(target, file)).ok).toBe(true)
    expect(readFileSync(pathOf(target, '写真'), 'utf8')).toBe('写真')
    expect(statSync(pathOf(target, '')).size).toBe(0)
    const shelf = readdirSync(join(pathOf(target, '写真'), '..'))
    expect(shelf.filter((name) => name.includes('damaged'))).toHaveLength(1)
  })

  test('names evidence that is damaged, and a restore never puts it over a whole file', async () => {
    const source = await newSite(undefined, 'source-evidence')
    putEvidence(pathOf(source, '写真'), 'damaged')
    const { file, damagedEvidence } = await backUp(source)
    expect(damagedEvidence).toEqual([nameOf('写真')])
    const target = await newSite(undefined, 'target-evidence')
    putEvidence(pathOf(target, '写真'), '写真')
    expect((await restore(target, file)).ok).toBe(true)
    expect(readFileSync(pathOf(target, '写真'), 'utf8')).toBe('写真')
  })

  test('[P23] leaves the server key out, so a restored database signs with another one', async () => {
    const source = await newSite()
    await fill(source)
    const { file, manifest } = await backUp(source)
    expect(manifest.parts.map(({ name }) => name)).not.toContain('database/server_keys.jsonl.gz')
    const target = await newSite()
    expect((await restore(target, file)).ok).toBe(true)
    const restored = await openSite(target.database)
    expect(restored.context.serverKey.id).not.toBe(source.context.serverKey.id)
  })

  test('is a tar file that any tar program reads, for its owner alone, and is never overwritten', async () => {
    const site = await newSite()
    await fill(site)
    const { file } = await backUp(site)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(execFileSync('tar', ['-tf', file], { encoding: 'utf8' }).split('\n').slice(0, 3)).toEqual([
      'README.txt',
      'database/settings.jsonl.gz',
      'database/devices.jsonl.gz',
    ])
    await expect(backUp(site)).rejects.toThrow('exists')
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
  })

  test('that is cut short anywhere is refused and changes nothing', async () => {
    const site = await newSite()
    await fill(site)
    const { file } = await backUp(site)
    const whole = readFileSync(file)
    const before = await contentOf(site)
    const cut = join(folder, 'cut.tar')
    // The end mark is two empty blocks; a backup with one of them is whole.
    const lengths = [
      0,
      1,
      511,
      512,
      513,
      whole.length - 1_025,
      ...Array.from({ length: 40 }, (_, n) => Math.floor((whole.length * n) / 41)),
    ]
    for (const length of lengths) {
      writeFileSync(cut, whole.subarray(0, length))
      const refused = await restore(site, cut, { mayReplace: true })
      expect(refused.ok ? 'restored' : refused.error.code).toMatch(/^(incomplete|not-a-backup)$/)
    }
    expect(await contentOf(site)).toEqual(before)
  })

  test('with any one byte changed is refused and changes nothing, unless the byte means nothing', async () => {
    const site = await newSite()
    await fill(site)
    const { file, manifest, parts } = await backUp(site)
    const whole = readFileSync(file)
    const damaged = join(folder, 'damaged.tar')
    for (const { start, bytes } of parts.values()) {
      for (const at of [start, start + Math.floor(bytes / 2), start + bytes - 1, start - 512, start - 300]) {
        const copy = Buffer.from(whole)
        copy[at] = (copy[at] ?? 0) ^ 0x55
        writeFileSync(damaged, copy)
        const verified = await verifyBackup(damaged, sha256ForTests)
        if (verified.ok) expect(verified.value.manifest).toEqual(manifest)
        else expect(verified.error.code).toMatch(/^(damaged|not-a-backup|incomplete)$/)
        // Between the parts there are only zeros that nobody reads.
        const isContent = at >= start && at < start + bytes
        if (isContent) expect(verified.ok).toBe(false)
      }
    }
  })

  test('of which a row was changed together with its sums is refused by its chain', async () => {
    const site = await newSite()
    await fill(site)
    await sql`update operations set header = ${'{"forged":true}'} where version = 7`.execute(site.engine.db)
    await expect(backUp(site)).rejects.toThrow('damaged')
    expect(existsSync(join(folder, 'backup.tar'))).toBe(false)
  })

  test('of another kind, of nothing, and of a newer release are told apart', async () => {
    const site = await newSite()
    writeFileSync(join(folder, 'text'), 'x'.repeat(5_000))
    const codeOf = async (name: string) => {
      const refused = await restore(site, join(folder, name))
      return refused.ok ? undefined : refused.error.code
    }
    expect(await codeOf('text')).toBe('not-a-backup')
    expect(await codeOf('nothing')).toBe('not-found')
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030')`.execute(site.engine.db)
    const { file } = await backUp(site)
    const target = await newSite()
    await expect(restore(target, file)).rejects.toMatchObject({ code: 'newer-database' })
    expect(readdirSync(target.database.settings.dataFolder)).not.toContain('restoring')
  })
})

// Killed twice, and each of the two recoveries may take as long as it is waited for.
test(
  'a server under which PostgreSQL was restored while the connection was broken stops answering',
  { timeout: 180_000 },
  async () => {
    if (postgres === undefined) return
    const databaseUrl = await postgres.createDatabase()
    const config = parseConfig({ DATABASE_URL: databaseUrl, GENBA_DATA: folder, GENBA_PORT: '0', GENBA_LOG: 'silent' })
    if (!config.ok) throw new Error(config.error)
    let told = 0
    const server = await startServer(config.value, '', () => (told += 1))
    await postgres.kill()
    await postgres.start()
    // The lock is asked for again; nothing was replaced.
    const engine = openPostgres(databaseUrl, () => undefined)
    const countLocks = () => sql`select 1 from pg_locks where locktype = 'advisory' and granted`.execute(engine.db)
    const isHeld = async () => (await countLocks()).rows.length > 0
    await waitUntil('the server holds the database again', isHeld, 60_000)
    expect(told).toBe(0)
    await renewEpochs(engine.db, () => 'another-life')
    await engine.db.destroy()
    await postgres.kill()
    await postgres.start()
    await waitUntil('the server heard of it', () => told === 1, 60_000)
    await server.close()
  },
)

test('evidence of a disk is restored into S3, and of S3 onto a disk', async () => {
  const s3 = await startS3()
  opened.push(s3.dispose)
  const [first, second] = [await newSite(undefined, 'first'), await newSite(undefined, 'second')]
  const bytes = Buffer.from('写真')
  const sha256 = createHash('sha256').update(bytes).digest('base64url')
  writeFileSync(join(folder, 'staged'), bytes)
  const inS3 = openEvidenceStore({ folder, s3: s3.settings })
  await openDiskEvidence(first.evidenceFolder).keep({ path: join(folder, 'staged'), sha256, size: bytes.length })
  expect((await restore(second, (await backUp(first)).file, { evidence: inS3 })).ok).toBe(true)
  expect(await inS3.find(sha256)).toEqual({ size: bytes.length })
  const wish = { engineName: 'SQLite', evidence: inS3, now: new Date(serverTime), sha256: sha256ForTests } as const
  const made = await writeBackup({ ...wish, engine: first.engine, file: join(folder, 's3.tar') })
  expect(made.ok && made.value.damagedEvidence).toEqual([])
  const third = await newSite(undefined, 'third')
  expect((await restore(third, join(folder, 's3.tar'))).ok).toBe(true)
  const back = must(await openDiskEvidence(third.evidenceFolder).read(sha256), 'the photo')
  expect((await buffer(back.bytes)).equals(bytes)).toBe(true)
})
