// An S3-compatible storage in this process, for tests: on a loopback port, in a temporary folder.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import type { S3Settings } from '../../../src/server/evidence/S3Settings.ts'

export interface TestS3 {
  readonly settings: S3Settings
  /** Puts other bytes behind an object's name. */
  readonly damage: (key: string, bytes: Uint8Array) => Promise<void>
  readonly dispose: () => Promise<void>
}

export async function startS3(): Promise<TestS3> {
  const directory = await mkdtemp(join(tmpdir(), 'genba-s3-'))
  const bucket = 'evidence'
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: bucket }],
  })
  const { port } = await server.run()
  const settings = {
    endpoint: `http://127.0.0.1:${String(port)}`,
    bucket,
    region: 'us-east-1',
    accessKey: 'S3RVER',
    secretKey: 'S3RVER',
  }
  return {
    settings,
    damage: async (key, bytes) => {
      const names = await readdir(join(directory, bucket), { recursive: true })
      const name = names.find((each) => each.startsWith(`${key}._S3rver_object`))
      if (name === undefined) throw new Error(`no object ${key}`)
      await readFile(join(directory, bucket, name))
      await writeFile(join(directory, bucket, name), bytes)
    },
    dispose: async () => {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
