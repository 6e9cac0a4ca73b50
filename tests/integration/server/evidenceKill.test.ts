// The server killed at every step of an upload: the tablet goes on as it does after any broken line, and the bytes are the same in the end.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { errorAnswer } from '../../../src/protocol/errorAnswer.ts'
import { findEngines } from '../../support/engines/findEngines.mjs'
import { evidenceClient, nameOf, type EvidenceClient } from '../../support/evidence/evidenceClient.ts'
import { makeSmallDisk } from '../../support/makeSmallDisk.ts'
import { bundleServer, type ServerBundle } from '../../support/server/bundleServer.ts'
import { doomFile, evidenceKillSteps } from '../../support/server/killSteps.ts'
import { startGenbaServer, type GenbaServer } from '../../support/startGenbaServer.ts'
import { waitUntil } from '../../support/waitUntil.ts'

vi.setConfig({ testTimeout: 180_000 })

let bundle: ServerBundle
beforeAll(async () => {
  bundle = await bundleServer({ killable: 'tests/support/server/killableServer.ts' })
}, 120_000)
afterAll(() => bundle.dispose())

const aLog = (size: number) => Buffer.from(randomBytes(size).toString('base64').slice(0, size))
const pieceBytes = 60_000

/** What a tablet does at first and after every failure. Gives the hash that the server has signed for. */
async function upload(client: EvidenceClient, bytes: Buffer, kept: { path?: string }): Promise<string> {
  const sha256 = nameOf(bytes)
  let offset = kept.path === undefined ? undefined : await client.offset(kept.path)
  if (offset === undefined && (await client.head(sha256)).status === 404) {
    kept.path = await client.create(bytes)
    offset = 0
  }
  while (kept.path !== undefined && offset !== undefined && offset < bytes.length) {
    const piece = bytes.subarray(offset, offset + pieceBytes)
    const answer = await client.patch(kept.path, offset, piece)
    if (answer.status !== 204) throw new Error(`patch: ${String(answer.status)}`)
    offset += piece.length
  }
  const receipt = await client.receipt(sha256)
  if ('code' in receipt) throw new Error(receipt.code)
  return receipt.sha256
}

async function killIn(server: GenbaServer, step: string, act: () => Promise<unknown>): Promise<void> {
  writeFileSync(join(server.dataDir, doomFile), `kill ${step}`)
  await expect(act()).rejects.toThrow()
  await waitUntil('the server is dead', () => server.pid() === undefined)
  await server.start()
}

async function expectWhole(client: EvidenceClient, bytes: Buffer): Promise<void> {
  const answer = await client.get(nameOf(bytes))
  expect(answer.status).toBe(200)
  expect(nameOf(new Uint8Array(await answer.arrayBuffer()))).toBe(nameOf(bytes))
}

const filesOf = (server: GenbaServer) => readdirSync(join(server.dataDir, 'evidence', 'incoming'))

describe('[P22] the server is killed at each step of', () => {
  test('an upload in pieces: it goes on and ends with the same hash', async () => {
    const server = await startGenbaServer({ program: bundle.pathOf('killable') })
    const client = evidenceClient(server.origin)
    try {
      for (const step of evidenceKillSteps) {
        const [bytes, kept] = [aLog(200_000), {}]
        await killIn(server, step, () => upload(client, bytes, kept))
        // What is under its name is whole, whenever it appears there.
        if ((await client.head(nameOf(bytes))).status === 200) await expectWhole(client, bytes)
        expect([step, await upload(client, bytes, kept)]).toEqual([step, nameOf(bytes)])
        await expectWhole(client, bytes)
        expect([step, filesOf(server)]).toEqual([step, []])
      }
    } finally {
      await server.dispose()
    }
  })

  test('every piece of an upload, one after the other', async () => {
    const server = await startGenbaServer({ program: bundle.pathOf('killable') })
    const client = evidenceClient(server.origin)
    try {
      const bytes = aLog(300_000)
      const kept = { path: '' }
      kept.path = await client.create(bytes)
      for (let offset = 0; offset < bytes.length; offset = (await client.offset(kept.path)) ?? bytes.length) {
        const path = kept.path
        await killIn(server, 'in mid-piece', () =>
          client.patch(path, offset, bytes.subarray(offset, offset + pieceBytes)),
        )
        const reached = (await client.offset(path)) ?? 0
        if (reached < bytes.length) await client.patch(path, reached, bytes.subarray(reached, reached + pieceBytes / 2))
      }
      expect(await upload(client, bytes, kept)).toBe(nameOf(bytes))
      await expectWhole(client, bytes)
    } finally {
      await server.dispose()
    }
  })

  test('a put: it is sent again and ends with the same hash', async () => {
    const server = await startGenbaServer({ program: bundle.pathOf('killable') })
    const client = evidenceClient(server.origin)
    try {
      for (const step of evidenceKillSteps.slice(2)) {
        const bytes = aLog(200_000)
        await killIn(server, step, () => client.put(bytes))
        if ((await client.head(nameOf(bytes))).status === 200) await expectWhole(client, bytes)
        expect(await client.put(bytes)).toMatchObject({ sha256: nameOf(bytes), size: bytes.length })
        await expectWhole(client, bytes)
      }
    } finally {
      await server.dispose()
    }
  })
})

test('[P22] on a disk that is full nothing is acknowledged, the answer says so, and the upload goes on when there is room', async () => {
  const disk = await makeSmallDisk(8)
  if (disk === undefined) {
    console.log('Mounting a small disk is not allowed here: the full disk was not tried.')
    return
  }
  const server = await startGenbaServer({ program: bundle.program, dataDir: disk.folder })
  const client = evidenceClient(server.origin)
  try {
    const bytes = aLog(400_000)
    const path = await client.create(bytes)
    expect((await client.patch(path, 0, bytes.subarray(0, 100_000))).status).toBe(204)
    await disk.fill()
    expect(await client.put(aLog(500_000))).toEqual({ code: 'storage-full', status: 503 })
    const offset = (await client.offset(path)) ?? 0
    const refused = await client.patch(path, offset, bytes.subarray(offset))
    expect(refused.status).toBe(503)
    expect(errorAnswer.parse(await refused.json()).error.code).toBe('storage-full')
    expect(await client.receipt(nameOf(bytes))).toEqual({ code: 'not-found', status: 404 })
    await disk.free()
    expect(await upload(client, bytes, { path })).toBe(nameOf(bytes))
    await expectWhole(client, bytes)
  } finally {
    await server.dispose()
    await disk.remove()
  }
})

test('[P22] before a receipt goes out the file, its folder and the folder above are on the disk', async () => {
  const { strace } = findEngines()
  if (strace === undefined) {
    console.log('There is no strace: syncs were not counted.')
    return
  }
  const server = await startGenbaServer({ program: bundle.program })
  const output = join(server.dataDir, 'syncs')
  const calls = 'trace=fsync,fdatasync,rename,renameat,renameat2'
  const tracer = spawn(strace, ['-f', '-y', '-s', '300', '-e', calls, '-o', output, '-p', String(server.pid())], {
    stdio: 'ignore',
  })
  try {
    const traced = () => (existsSync(output) ? readFileSync(output, 'utf8') : '')
    const client = evidenceClient(server.origin)
    await waitUntil('strace is attached', async () => {
      await client.put(randomBytes(9))
      await client.put(aLog(10))
      return traced() !== ''
    })
    const bytes = aLog(100_000)
    const [before, name] = [traced().length, nameOf(bytes)]
    expect(await client.put(bytes)).toMatchObject({ sha256: name })
    await waitUntil('strace has written', () => /sync\([^\n]*evidence>/.test(traced().slice(before)))
    const steps = traced()
      .slice(before)
      .split('\n')
      .flatMap((line) => stepOf(line, name))
    expect(steps.slice(0, 4)).toEqual([
      'sync of the file',
      'rename',
      'sync of its folder',
      'sync of the evidence folder',
    ])
  } finally {
    tracer.kill('SIGINT')
    await server.dispose()
  }
})

function stepOf(line: string, name: string): string[] {
  if (/f(data)?sync\(\d+<[^>]*\/incoming\/put-/.test(line)) return ['sync of the file']
  if (/rename\w*\(/.test(line) && line.includes(name)) return ['rename']
  if (new RegExp(`sync\\(\\d+<[^>]*/evidence/${name.slice(0, 2)}>`).test(line)) return ['sync of its folder']
  return /sync\(\d+<[^>]*\/evidence>/.test(line) ? ['sync of the evidence folder'] : []
}
