// Evidence bytes over fetch, to our own origin only, and large ones by tus. Every failure becomes one of a closed list; nothing rejects.
import { answerOf, failureOf, requestInit, type FetchAnswer } from './fetchTransport.ts'
import type { TusOutcome, TusUpload, UploadByTus } from './uploadByTus.ts'

export type FetchedBytes =
  { readonly state: 'answered'; readonly bytes: Blob } | { readonly state: 'refused'; readonly answer: FetchAnswer }

export interface BytesWish {
  readonly mostBytes: number
  /** Only the bytes before it. */
  readonly to?: number
}

export interface FetchEvidenceTransport {
  readonly put: (path: string, bytes: Blob) => Promise<FetchAnswer>
  readonly upload: (upload: TusUpload) => Promise<TusOutcome>
  readonly fetch: (path: string, wish: BytesWish) => Promise<FetchedBytes>
}

/** One PUT of at most 8 MB: what takes longer goes in pieces. */
const putTimeoutMs = 60_000
/** Nothing came for so long. */
const silenceMs = 30_000

/** `origin`: where the server is, for tests outside of a browser. */
export function createEvidenceTransport(origin = ''): FetchEvidenceTransport {
  return {
    put: (path, bytes) => put(origin + path, bytes),
    upload: async (upload) => (await loadTus())?.(origin, upload) ?? { state: 'failed', reason: 'network' },
    fetch: (path, wish) => fetchBytes(origin + path, wish),
  }
}

/** Fetched when it is needed; a version that was replaced meanwhile no longer has it, and then the page is loaded anew some day. */
async function loadTus(): Promise<UploadByTus | undefined> {
  try {
    return (await import('./uploadByTus.ts')).uploadByTus
  } catch {
    return undefined
  }
}

async function put(url: string, bytes: Blob): Promise<FetchAnswer> {
  const signal = AbortSignal.timeout(putTimeoutMs)
  const headers = { 'content-type': 'application/octet-stream' }
  try {
    return await answerOf(await fetch(url, { ...requestInit, method: 'PUT', body: bytes, headers, signal }))
  } catch {
    return failureOf(signal)
  }
}

async function fetchBytes(url: string, { mostBytes, to }: BytesWish): Promise<FetchedBytes> {
  const abort = new AbortController()
  const watch = watchSilence(() => abort.abort())
  try {
    const headers: Record<string, string> = to === undefined ? {} : { range: `bytes=0-${String(to - 1)}` }
    const response = await fetch(url, { ...requestInit, headers, signal: abort.signal })
    if (!response.ok || response.body === null) return { state: 'refused', answer: await answerOf(response) }
    const bytes = await readUpTo(response.body, Math.min(mostBytes, to ?? mostBytes), watch.heard)
    // More than a file can be: not one of ours.
    const isTooLong = to === undefined && bytes.size > mostBytes
    if (isTooLong) return { state: 'refused', answer: await answerOf(new Response(null)) }
    // A server without ranges sends on.
    return { state: 'answered', bytes: to === undefined ? bytes : bytes.slice(0, to) }
  } catch {
    return { state: 'refused', answer: failureOf(abort.signal) }
  } finally {
    watch.end()
    // What is not wanted any more need not come.
    abort.abort()
  }
}

/** What came goes into Blobs at once, outside of the page's heap. One byte more than wanted tells that there is more. */
async function readUpTo(body: ReadableStream<Uint8Array>, most: number, heard: () => void): Promise<Blob> {
  const parts: Blob[] = []
  let size = 0
  const reader = body.getReader()
  while (size <= most) {
    const { done, value } = await reader.read()
    if (done) break
    heard()
    parts.push(new Blob([new Uint8Array(value)]))
    size += value.length
  }
  return new Blob(parts)
}

function watchSilence(onSilence: () => void): { readonly heard: () => void; readonly end: () => void } {
  let timer = setTimeout(onSilence, silenceMs)
  const end = () => clearTimeout(timer)
  return {
    end,
    heard() {
      end()
      timer = setTimeout(onSilence, silenceMs)
    },
  }
}
