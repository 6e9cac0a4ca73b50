// Evidence in an S3-compatible storage, one object a file. An object appears only whole: that is the storage's promise.
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { evidencePath, isEvidenceName, type EvidenceStore, type StagedFile } from './EvidenceStore.ts'
import { EvidenceStorageError, toEvidenceStorageError } from './EvidenceStorageError.ts'
import { askS3 } from './s3Requests.ts'
import type { S3Settings } from './S3Settings.ts'

export function openS3Evidence(settings: S3Settings): EvidenceStore {
  return {
    keep: (staged) => keep(settings, staged),
    find: async (sha256) => {
      const answer = await askS3(settings, { method: 'HEAD', key: evidencePath(sha256) })
      return answer && { size: sizeOf(answer) }
    },
    read: async (sha256) => {
      const answer = await askS3(settings, { method: 'GET', key: evidencePath(sha256) })
      return answer && { size: sizeOf(answer), bytes: bodyOf(answer) }
    },
    list: () => list(settings),
  }
}

async function keep(settings: S3Settings, { path, sha256, size }: StagedFile): Promise<void> {
  const bytes = Readable.toWeb(createReadStream(path)) as ReadableStream
  const hex = Buffer.from(sha256, 'base64url').toString('hex')
  const answer = await askS3(settings, {
    method: 'PUT',
    key: evidencePath(sha256),
    body: { bytes, size, sha256: hex },
  })
  if (answer === undefined) throw new EvidenceStorageError('refused')
  await answer.arrayBuffer()
  await rm(path, { force: true })
}

function sizeOf({ headers }: Response): number {
  return Number(headers.get('content-length') ?? 0)
}

/** An answer that breaks off becomes an error of the storage. */
function bodyOf({ body }: Response): Readable {
  if (body === null) return Readable.from([])
  return Readable.from(translating(body), { objectMode: false })
}

/** Node's streams of the web are iterable; the browser's types do not know it. */
async function* translating(source: unknown): AsyncGenerator<Buffer> {
  try {
    for await (const piece of source as AsyncIterable<Uint8Array>) yield Buffer.from(piece)
  } catch (error) {
    const failure = toEvidenceStorageError(error)
    throw failure.code === 'broken' ? new EvidenceStorageError('unavailable', error) : failure
  }
}

/** Names of ours hold no character that XML would write otherwise. */
async function* list(settings: S3Settings): AsyncGenerator<string> {
  let token: string | undefined
  do {
    const more = token === undefined ? {} : { 'continuation-token': token }
    const answer = await askS3(settings, { method: 'GET', key: '', query: { 'list-type': '2', ...more } })
    const listing = (await answer?.text()) ?? ''
    for (const [, key = ''] of listing.matchAll(/<Key>([^<]*)<\/Key>/g)) {
      const name = key.slice(key.indexOf('/') + 1)
      if (isEvidenceName(name) && key === evidencePath(name)) yield name
    }
    token = unescaped(/<NextContinuationToken>([^<]*)<\/NextContinuationToken>/.exec(listing)?.[1])
  } while (token !== undefined)
}

function unescaped(text: string | undefined): string | undefined {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text?.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
}
