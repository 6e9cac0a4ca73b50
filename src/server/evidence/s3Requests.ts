// Signed requests to an S3-compatible storage, by path (`endpoint/bucket/key`), which all of them understand. Never logs an answer:
// it may quote the request.
import { AwsV4Signer } from 'aws4fetch'
import { EvidenceStorageError, type EvidenceStorageCode } from './EvidenceStorageError.ts'
import type { S3Settings } from './S3Settings.ts'

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT'
  /** Empty: the bucket itself. */
  readonly key: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: S3Body
}

export interface S3Body {
  readonly bytes: ReadableStream
  readonly size: number
  /** SHA-256, hexadecimal: the storage checks it. */
  readonly sha256: string
}

/** SHA-256 of nothing. */
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
/** For an answer, or the sending of a whole file: a storage that hangs must not hold an upload for ever. */
const mostWaitMs = { head: 30_000, body: 600_000 }
const notFound = 404

/** Undefined for 404 where the bucket is there. Rejects with an EvidenceStorageError for everything else but success. */
export async function askS3(settings: S3Settings, request: S3Request): Promise<Response | undefined> {
  const answer = await send(settings, request)
  if (answer.ok) return answer
  const text = request.method === 'HEAD' ? '' : await answer.text().catch(() => '')
  if (answer.status === notFound && request.key !== '' && !text.includes('NoSuchBucket')) return undefined
  throw new EvidenceStorageError(codeOf(answer.status, text), new Error(`status ${String(answer.status)}`))
}

async function send(settings: S3Settings, { method, key, query = {}, body }: S3Request): Promise<Response> {
  const { endpoint, bucket, region, accessKey: accessKeyId, secretKey: secretAccessKey } = settings
  const url = new URL(`${endpoint}/${bucket}/${key}`.replace(/\/$/, ''))
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const headers = { 'x-amz-content-sha256': body?.sha256 ?? emptyHash }
  const signer = new AwsV4Signer({
    method,
    url: url.href,
    headers,
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
  })
  const signed = await signer.sign()
  if (body) signed.headers.set('content-length', String(body.size))
  const signal = AbortSignal.timeout(body === undefined && method !== 'GET' ? mostWaitMs.head : mostWaitMs.body)
  // The browser's types, which the tests are compiled with, do not know `duplex`; a stream must have it.
  const sent = body === undefined ? {} : { body: body.bytes, duplex: 'half' as const }
  const init = { method, headers: signed.headers, signal, redirect: 'manual' as const, ...sent }
  try {
    return await fetch(signed.url, init)
  } catch (error) {
    throw new EvidenceStorageError('unavailable', error)
  }
}

const serverTrouble = 500
const tooMany = 429
const insufficientStorage = 507

function codeOf(status: number, text: string): EvidenceStorageCode {
  if (status === insufficientStorage || /StorageFull|QuotaExceeded/.test(text)) return 'full'
  return status >= serverTrouble || status === tooMany ? 'unavailable' : 'refused'
}
