// Uploads a large file by the tus protocol, over fetch with our own rules, and reads its bytes only when they are about to go.
// It keeps nothing itself: whoever calls remembers where the upload stands. Loaded lazily.
import { Upload, type DetailedError, type HttpRequest, type HttpResponse, type HttpStack } from 'tus-js-client'
import { readRetryAfter, requestInit, type FetchAnswer } from './fetchTransport.ts'

export interface TusUpload {
  readonly sha256: string
  readonly size: number
  readonly read: (from: number, to: number) => Promise<Uint8Array<ArrayBuffer> | undefined>
  readonly chunkBytes: number
  /** A path on our origin. */
  readonly place: string | undefined
  readonly onPlace: (place: string) => void
  readonly onProgress: (sentBytes: number) => void
}

export type TusOutcome = { readonly state: 'sent' } | { readonly state: 'unreadable' } | FetchAnswer

const endpoint = '/evidence/tus'
/** For one request of one piece. */
const timeoutMs = 60_000
/** tus wants whole addresses; only the path of what it asks for is used. */
const anyOrigin = 'https://genba.invalid'

class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

class TimedOut extends Error {
  override readonly name = 'TimedOut'
}

export type UploadByTus = typeof uploadByTus

export function uploadByTus(origin: string, upload: TusUpload): Promise<TusOutcome> {
  const { sha256, size, chunkBytes, place, onPlace, onProgress } = upload
  return new Promise((resolve) => {
    const tus: Upload = new Upload(notRead, {
      endpoint: anyOrigin + endpoint,
      uploadUrl: place === undefined ? null : anyOrigin + place,
      metadata: { sha256 },
      uploadSize: size,
      chunkSize: chunkBytes,
      // When to try again is the engine's to say.
      retryDelays: null,
      storeFingerprintForResuming: false,
      fileReader: { openFile: () => Promise.resolve(sourceOf(upload)) },
      httpStack: fetchStack(origin),
      onUploadUrlAvailable: () => {
        if (tus.url !== null) onPlace(pathOf(tus.url))
      },
      onChunkComplete: (_, accepted) => onProgress(accepted),
      onSuccess: () => resolve({ state: 'sent' }),
      onError: (error) => resolve(outcomeOf(error)),
    })
    tus.start()
  })
}

/** Our own reader takes its place. */
const notRead = { read: () => Promise.reject(new Unreadable()) }

function sourceOf({ size, read }: TusUpload) {
  return {
    size,
    async slice(start: number, end: number) {
      const value = await read(start, Math.min(end, size))
      if (value === undefined) throw new Unreadable()
      // tus counts by `size`, as Blobs have it.
      return { value: new Blob([value]), done: end >= size }
    },
    close: () => undefined,
  }
}

function pathOf(url: string): string {
  return new URL(url, anyOrigin).pathname
}

function fetchStack(origin: string): HttpStack {
  return { getName: () => 'fetch', createRequest: (method, url) => fetchRequest(method, origin + pathOf(url)) }
}

function fetchRequest(method: string, url: string): HttpRequest {
  const headers = new Map<string, string>()
  const abort = new AbortController()
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader(name, value) {
      headers.set(name, value)
    },
    getHeader: (name) => headers.get(name),
    setProgressHandler: () => undefined,
    getUnderlyingObject: () => undefined,
    abort() {
      abort.abort()
      return Promise.resolve()
    },
    async send(body: Blob | null | undefined) {
      const timer = setTimeout(() => abort.abort(new TimedOut()), timeoutMs)
      try {
        const content = body === null || body === undefined ? {} : { body }
        const init = { ...requestInit, ...content, method, headers: Object.fromEntries(headers), signal: abort.signal }
        const response = await fetch(url, init)
        return responseOf(response, await response.text())
      } catch (error) {
        throw abort.signal.reason instanceof TimedOut ? abort.signal.reason : error
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

function responseOf({ status, headers }: Response, body: string): HttpResponse {
  return {
    getStatus: () => status,
    getHeader: (name) => headers.get(name) ?? undefined,
    getBody: () => body,
    getUnderlyingObject: () => undefined,
  }
}

function outcomeOf(error: Error | DetailedError): TusOutcome {
  const { response, cause } = detailsOf(error)
  if (response !== undefined) {
    const retryAfterMs = readRetryAfter(response.getHeader('retry-after') ?? null)
    return { state: 'answered', status: response.getStatus(), body: parseJson(response.getBody()), retryAfterMs }
  }
  if (isNamed(error, cause, 'Unreadable')) return { state: 'unreadable' }
  return { state: 'failed', reason: isNamed(error, cause, 'TimedOut') ? 'timeout' : 'network' }
}

interface Details {
  readonly response: HttpResponse | undefined
  readonly cause: Error | undefined
}

function detailsOf(error: Error | DetailedError): Details {
  if (!('originalResponse' in error)) return { response: undefined, cause: undefined }
  return { response: error.originalResponse ?? undefined, cause: error.causingError ?? undefined }
}

function isNamed(error: Error, cause: Error | undefined, name: string): boolean {
  return error.name === name || cause?.name === name
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
