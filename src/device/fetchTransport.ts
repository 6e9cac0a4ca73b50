// Messages over fetch, to our own origin only. Every failure becomes one of a closed list; nothing rejects.

export type FetchAnswer =
  | {
      readonly state: 'answered'
      readonly status: number
      readonly body: unknown
      readonly retryAfterMs: number | null
    }
  | { readonly state: 'failed'; readonly reason: 'network' | 'timeout' }

export interface FetchTransport {
  post(path: string, json: string): Promise<FetchAnswer>
  get(path: string): Promise<FetchAnswer>
  /** `brought`: the event's parsed JSON, undefined where it was none. */
  subscribePoke(onPoke: (brought: unknown) => void): () => void
}

/** Room for a few megabytes over a poor line; a dead one is noticed before a person gives up. */
const timeoutMs = 60_000
/** Below this gzip costs more time than it saves. */
const gzipFromBytes = 4 * 1024

/** A short message that is answered so soon went through the house's own network: packing a long one would take longer than sending it. */
const nearMs = 25

/** `now`: milliseconds of any clock that only goes on. */
export function createFetchTransport(now: () => number = () => performance.now()): FetchTransport {
  /** How long the last short message took, there and back. */
  let roundTripMs = Infinity
  return {
    async post(path, json) {
      const isShort = json.length < gzipFromBytes
      const sentAt = now()
      const zips = !isShort && roundTripMs > nearMs
      const answer = await request(path, async () => ({ method: 'POST', ...(await encodeBody(json, zips)) }))
      if (isShort) roundTripMs = answer.state === 'answered' ? now() - sentAt : Infinity
      return answer
    },
    get: (path) => request(path, () => Promise.resolve({})),
    subscribePoke,
  }
}

async function request(path: string, content: () => Promise<RequestInit>): Promise<FetchAnswer> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  try {
    return await answerOf(await fetch(path, { ...(await content()), ...requestInit, signal: abort.signal }))
  } catch {
    return failureOf(abort.signal)
  } finally {
    clearTimeout(timer)
  }
}

/** What every request of ours has in common. */
export const requestInit = {
  cache: 'no-store',
  credentials: 'same-origin',
  mode: 'same-origin',
  // By the page's own policy of no referrer at all, Firefox would send `Origin: null`, which the server refuses.
  referrerPolicy: 'same-origin',
  // A redirect is a captive portal or a proxy, and our messages are not for it.
  redirect: 'error',
} as const satisfies RequestInit

export async function answerOf(response: Response): Promise<FetchAnswer> {
  const body = parseJson(await response.text())
  const retryAfterMs = readRetryAfter(response.headers.get('retry-after'))
  return { state: 'answered', status: response.status, body, retryAfterMs }
}

/** fetch does not say more than that it failed; whether we gave up ourselves we know. */
export function failureOf({ aborted }: AbortSignal): FetchAnswer {
  return { state: 'failed', reason: aborted ? 'timeout' : 'network' }
}

async function encodeBody(json: string, zips: boolean): Promise<{ body: BodyInit; headers: Record<string, string> }> {
  const headers = { 'content-type': 'application/json' }
  if (!zips || !('CompressionStream' in globalThis)) return { body: json, headers }
  const gzipped = new Blob([json]).stream().pipeThrough(new CompressionStream('gzip'))
  // A stream as body would need HTTP/2 and half the browsers: the whole bytes go.
  return { body: await new Response(gzipped).blob(), headers: { ...headers, 'content-encoding': 'gzip' } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Seconds, or a date (RFC 9110, 10.2.3); null for neither. */
export function readRetryAfter(value: string | null): number | null {
  if (value === null) return null
  const seconds = Number(value)
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}

/** Between two tries where the browser has given up on the events: a portal's page in between ends them for good. */
const reopenMs = 60_000

/** The browser connects again by itself as long as it gets events or nothing. Without pokes polling goes on [P9]. */
function subscribePoke(onPoke: (brought: unknown) => void): () => void {
  if (!('EventSource' in globalThis)) return () => undefined
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    const opened = new EventSource('/sync/v1/poke')
    opened.onmessage = ({ data }: MessageEvent<string>) => onPoke(parseJson(data))
    opened.onerror = () => {
      if (opened.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenMs)
    }
    source = opened
  }
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
