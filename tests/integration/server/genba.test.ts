// The `genba` command line beside a running server and without one.
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { must } from '../../../src/domain/must.ts'
import type { EncodedOperation } from '../../../src/domain/oplog/Operation.ts'
import type { CommandContext } from '../../../src/server/commands/Command.ts'
import { formatTarHeader, paddingAfter } from '../../../src/protocol/tar.ts'
import { enWords } from '../../../src/server/commands/enWords.ts'
import { jaWords } from '../../../src/server/commands/jaWords.ts'
import { runCommand } from '../../../src/server/commands/runCommand.ts'
import { parseConfig } from '../../../src/server/config.ts'
import { makeSmallDisk } from '../../support/makeSmallDisk.ts'
import { bundleServer, type ServerBundle } from '../../support/server/bundleServer.ts'
import { readStream } from '../../support/server/readStream.ts'
import { RunWriter } from '../../support/server/RunWriter.ts'
import { syncClient } from '../../support/server/syncClient.ts'
import { startGenbaServer } from '../../support/startGenbaServer.ts'

vi.setConfig({ testTimeout: 120_000 })

let bundle: ServerBundle
let folder: string
beforeAll(async () => {
  bundle = await bundleServer({ genba: 'src/server/genba.ts' })
}, 60_000)
afterAll(() => bundle.dispose())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'genba-command-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

const envFor = (dataDir: string, language = 'en_GB.UTF-8') => ({
  ...process.env,
  DATABASE_URL: '',
  LC_ALL: language,
  INIT_CWD: folder,
  GENBA_DATA: dataDir,
})

/** The program itself. */
function genbaProcess(dataDir: string, args: readonly string[], language?: string): Ended {
  const options = { env: envFor(dataDir, language), encoding: 'utf8', timeout: 60_000 } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle.pathOf('genba'), ...args], options)
  return { status, out: stdout, err: stderr }
}

/** The same in this process: starting one takes longer than most commands. */
async function genba(dataDir: string, args: readonly string[], words = enWords): Promise<Ended> {
  const printed = { out: '', err: '' }
  const config = parseConfig({ GENBA_DATA: dataDir })
  const context: CommandContext = {
    config: must(config.ok ? config.value : undefined, 'settings'),
    words,
    print: (text) => (printed.out += `${text}\n`),
    complain: (text) => (printed.err += `${text}\n`),
    resolvePath: (path) => resolve(folder, path),
    now: () => new Date(),
    randomId: () => randomBytes(16).toString('base64url'),
  }
  return { status: await runCommand(context, args), ...printed }
}

const secret = '机の上に付箋があった'

function tarPart(name: string, bytes: Buffer): readonly Uint8Array[] {
  const header = formatTarHeader({ name, bytes: bytes.length }, new Date(0))
  return [header, bytes, Buffer.alloc(paddingAfter(bytes.length))]
}

const tarSize = (bytes = Buffer.of()) => 512 + bytes.length + paddingAfter(bytes.length)

describe('genba backup and restore', () => {
  test('back up a running server, refuse to restore under it, and restore it when it is stopped', async () => {
    const server = await startGenbaServer({ program: bundle.program })
    const { dataDir } = server
    const client = syncClient(server.origin)
    const writer = new RunWriter('d1', 's1')
    const kept = writer.write(secret, '二')
    await client.push(writer.push(kept))

    const made = await genba(dataDir, ['backup', 'one.tar'])
    expect([made.status, made.err]).toEqual([0, ''])
    expect(made.out).toMatch(
      /^Backup made and read back: .*one\.tar\n1 audits and libraries, 2 entries, 0 evidence files, \d+ bytes\n$/,
    )
    const later = writer.writeMany(1)
    await client.push(writer.push(later))
    const epoch = (await client.pull({ proto: 1, nonce: 'n', device: 'd', cursors: [], max: 10 })).epoch

    const refused = await genba(dataDir, ['restore', 'one.tar', '--yes'], jaWords)
    expect([refused.status, refused.out]).toEqual([1, ''])
    expect(refused.err).toBe(
      'サーバまたは別のコマンドがこのデータを使っています。何も変えていません。止めてから、もう一度実行してください。\n',
    )
    expect(await readStream(client.pull, 's1')).toHaveLength(3)

    await server.stop()
    expect(await genba(dataDir, ['restore', 'one.tar'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('--yes') as string,
    })
    const restored = await genba(dataDir, ['restore', 'one.tar', '--yes'], jaWords)
    expect([restored.status, restored.err]).toEqual([0, ''])
    expect(restored.out).toContain('前のデータは before_restore_')
    expect(made.out + refused.err + restored.out).not.toContain(secret)

    await server.start()
    expect(await readStream(client.pull, 's1')).toEqual(kept.map(({ header }) => header))
    const after = await client.pull({ proto: 1, nonce: 'n', device: 'd', cursors: [], max: 10 })
    expect(after.epoch).not.toBe(epoch)
    // The tablet, which still has it, sends what was lost again.
    expect((await client.push(writer.push(later)))?.map(({ verdict }) => verdict)).toEqual(['acked'])
    await server.dispose()
  })

  test('a backup onto a full disk leaves nothing behind and says so', async () => {
    const disk = await makeSmallDisk()
    if (disk === undefined) {
      console.log('Mounting a small disk is not allowed here: the backup onto a full disk was not tried.')
      return
    }
    try {
      await disk.fill()
      const full = await genba(folder, ['backup', disk.folder])
      expect([full.status, full.err]).toEqual([1, 'No space is left. Nothing was changed. Free some and try again.\n'])
      expect(readdirSync(disk.folder)).toEqual(['filler'])
      await disk.free()
      expect((await genba(folder, ['backup', disk.folder])).status).toBe(0)
      const [name] = readdirSync(disk.folder)
      expect(name).toMatch(/^genba-\d{4}-\d{2}-\d{2}T\d{6}Z\.tar$/)
    } finally {
      await disk.remove()
    }
  })

  test('a restore killed at any moment leaves the old data or the new, and can be run again', async () => {
    const [source, target] = [join(folder, 'source'), join(folder, 'target')]
    const [first, second] = [new RunWriter('d1', 's1'), new RunWriter('d2', 's2')]
    const fill = async (dataDir: string, writer: RunWriter) => {
      const server = await startGenbaServer({ program: bundle.program, dataDir })
      const operations: EncodedOperation[] = writer.writeMany(400)
      await syncClient(server.origin).push(writer.push(operations))
      await server.dispose()
    }
    await fill(source, first)
    await fill(target, second)
    expect((await genba(source, ['backup', 'one.tar'])).status).toBe(0)
    const started = Date.now()
    expect(genbaProcess(join(folder, 'unused'), ['restore', 'one.tar']).status).toBe(0)
    const usualMs = Date.now() - started

    const streams = new Set<string>()
    for (let round = 0; round < 3; round += 1) {
      const child = spawn(process.execPath, [bundle.pathOf('genba'), 'restore', 'one.tar', '--yes'], {
        env: envFor(target),
        stdio: 'ignore',
      })
      const exit = new Promise((resolve) => child.once('exit', resolve))
      setTimeout(() => child.kill('SIGKILL'), usualMs * (0.6 + round * 0.18))
      await exit
      const check = await genba(target, ['backup', `check-${String(round)}.tar`])
      expect(check.err).toBe('')
      expect(check.out).toContain('1 audits and libraries, 400 entries')
      const manifest = spawnSync('tar', ['-xOf', join(folder, `check-${String(round)}.tar`), 'manifest.json'], {
        encoding: 'utf8',
      }).stdout
      streams.add(manifest.includes('"s1"') ? 's1' : 's2')
    }
    console.log(`restores that were killed left: ${[...streams].join(', ')}`)
    expect((await genba(target, ['restore', 'one.tar', '--yes'])).status).toBe(0)
    expect(readdirSync(target).filter((name) => name === 'restoring')).toEqual([])
  })
})

describe('genba import and quarantine', () => {
  const unsentFile = (...runs: object[]) => ({
    format: 'genba-unsent',
    version: 2,
    exportedAt: '2026-04-01T09:00:00.000Z',
    person: null,
    runs,
    drafts: [
      {
        stream: 's1',
        entity: 'answer:a1',
        register: 'note',
        kind: 'answer-noted',
        text: 'x',
        body: {},
        seen: [],
        changedAt: '',
      },
    ],
    damaged: [],
  })
  const runOf = (writer: RunWriter, operations: readonly EncodedOperation[]) => {
    const { stream, ops, signature } = writer.batch(operations)
    const { device, deviceKey } = writer.key
    return { stream, device, deviceKey, signature, ops }
  }

  test('an exported file is taken over beside a running server, in any order of its runs, and twice changes nothing', async () => {
    const server = await startGenbaServer({ program: bundle.program })
    const writer = new RunWriter('lost-tablet', 's1')
    const runs = [writer.writeMany(3), writer.write(secret, '二')]
    const file = unsentFile(...runs.map((operations) => runOf(writer, operations)).reverse())
    writeFileSync(join(folder, 'unsent.json'), JSON.stringify(file))
    const first = await genba(server.dataDir, ['import', 'unsent.json'])
    expect(first.out).toContain('5 entries taken over, 0 were there already\n1 texts in progress')
    const second = await genba(server.dataDir, ['import', 'unsent.json'], jaWords)
    expect(second.out).toContain('0件を取り込みました。5件はすでに入っていました')
    expect([first.status, second.status]).toEqual([0, 0])
    expect(await readStream(syncClient(server.origin).pull, 's1')).toEqual(runs.flat().map(({ header }) => header))
    expect(first.out + second.out).not.toContain(secret)
    await server.dispose()
  })

  test('[P26] evidence beside the entries is taken over by its hash and type, once', async () => {
    const dataDir = join(folder, 'data-of-evidence')
    const writer = new RunWriter('d1', 's1')
    const [log, page, other] = ['番号,名称\n1,USB\n', '<!doctype html><p>x</p>', 'ほかの中身\n'].map((text) =>
      Buffer.from(text),
    )
    const nameOf = (bytes = Buffer.of()) => createHash('sha256').update(bytes).digest('base64url')
    const texts = Buffer.from(JSON.stringify(unsentFile(runOf(writer, writer.write(secret)))))
    const parts = [
      ['unsent.json', texts],
      [`evidence/${nameOf(log)}`, log],
      [`evidence/${nameOf(page)}`, page],
      [`evidence/${'A'.repeat(43)}`, other],
      ['evidence/../../escape', other],
    ] as const
    const tar = Buffer.concat(parts.flatMap(([name, bytes = Buffer.of()]) => tarPart(name, bytes)))
    writeFileSync(join(folder, 'unsent.tar'), Buffer.concat([tar, Buffer.alloc(1_024)]))
    const first = await genba(dataDir, ['import', 'unsent.tar'])
    expect(first.out).toContain('1 entries taken over, 0 were there already')
    expect(first.out).toContain('1 evidence files taken over, 0 were there already\n2 evidence files not taken')
    expect(readFileSync(join(dataDir, 'evidence', nameOf(log).slice(0, 2), nameOf(log)))).toEqual(log)
    expect(readdirSync(join(dataDir, 'evidence', 'incoming'))).toEqual([])
    expect((await genba(dataDir, ['import', 'unsent.tar'], jaWords)).out).toContain(
      '証跡 0件を取り込みました。1件はすでに入っていました',
    )
    // Cut in its second evidence file: what is whole of it comes all the same.
    const elsewhere = join(folder, 'data-of-cut-evidence')
    writeFileSync(join(folder, 'cut.tar'), tar.subarray(0, tarSize(texts) + tarSize(log) + 600))
    const cut = await genba(elsewhere, ['import', 'cut.tar'])
    expect(cut.status).toBe(1)
    expect(cut.out).toContain('1 evidence files taken over')
    expect(cut.out).toContain('1 pieces of the file cannot be read')
  })

  test('what proves nothing is kept aside, listed without its texts, shown and exported on wish', async () => {
    const dataDir = join(folder, 'data')
    const [honest, forger] = [new RunWriter('honest', 's1'), new RunWriter('forger', 's1')]
    const operations = honest.write(secret)
    const forged = { ...runOf(honest, operations), signature: runOf(forger, forger.writeMany(1)).signature }
    writeFileSync(join(folder, 'forged.json'), JSON.stringify(unsentFile(forged)))
    const imported = await genba(dataDir, ['import', 'forged.json'])
    expect([imported.status, imported.out]).toEqual([1, expect.stringContaining('1 kept aside: bad-signature')])
    const listed = await genba(dataDir, ['quarantine', 'list'])
    expect(listed.out).toMatch(
      /^\S{8} {2}\S+Z {2}bad-signature {2}s1 \S+:1 {2}answer-noted {2}answer:a1 {2}person\n1 kept aside/,
    )
    expect(listed.out).not.toContain(secret)
    const id = must(/^\S{8}/.exec(listed.out)?.[0], 'an id')
    expect((await genba(dataDir, ['quarantine', 'show', id])).out).toContain(secret)
    expect(await genba(dataDir, ['quarantine', 'show', 'nothing'])).toMatchObject({ status: 1, out: '' })
    expect((await genba(dataDir, ['quarantine', 'export', 'aside.json'])).status).toBe(0)
    expect(readFileSync(join(folder, 'aside.json'), 'utf8')).toContain(secret)
    expect(statSync(join(folder, 'aside.json')).mode & 0o777).toBe(0o600)
    expect(await genba(dataDir, ['quarantine', 'export', 'aside.json'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('EEXIST') as string,
    })
  })

  test('a file that is none is refused in a sentence', async () => {
    writeFileSync(join(folder, 'cut.json'), '{"format":"genba-un')
    writeFileSync(join(folder, 'other.json'), '{"format":"other"}')
    expect((await genba(folder, ['import', 'cut.json'])).err).toContain('cut.json cannot be read as JSON')
    expect((await genba(folder, ['import', 'other.json'])).err).toContain('is not a file of unsent work')
    expect((await genba(folder, ['import', 'nothing.json'])).err).toBe(
      'The file could not be read or written (ENOENT). Nothing was changed.\n',
    )
  })
})

test('what is not understood is told, and help is given', async () => {
  expect(genbaProcess(folder, ['restroe'])).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringContaining('"restroe"') as string,
  })
  expect(genbaProcess(folder, ['help'], 'ja_JP.UTF-8').out).toContain('使い方')
  expect((await genba(folder, ['backup', '--force', 'x'])).status).toBe(2)
  expect((await genba(folder, ['backup'])).status).toBe(2)
  for (const args of [[], ['help'], ['--help']])
    expect((await genba(folder, args)).out).toContain('quarantine export <file>')
  expect(existsSync(join(folder, 'genba.sqlite'))).toBe(false)
})
