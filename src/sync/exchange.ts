// One request and its answer. An answer counts only if it has the expected form and echoes the nonce [P2].
import type { Clock, Randomness, Transport, TransportAnswer } from './SyncPorts.ts'
import type { SyncTrouble } from './SyncTrouble.ts'
import { err, ok, type Result } from '../domain/Result.ts'
import { errorAnswer, type ErrorCode } from '../protocol/errorAnswer.ts'
import { protocolVersion } from '../protocol/protocolVersion.ts'

/** `too-large`: not a trouble to wait for, but a batch to halve [P6]. */
export interface ExchangeTrouble {
  readonly code: SyncTrouble | 'too-large'
  readonly retryAfterMs: number | null
}

interface Answer {
  readonly nonce: string
  /** The server's clock. */
  readonly at?: string
}

export interface ExchangePorts {
  readonly transport: Transport
  readonly clock: Clock
  readonly random: Randomness
  /** Server's clock minus ours, measured at every answer. */
  readonly onOffset: (offset: number) => void
}

/** Turns an unknown body into a message; the protocol's zod schemas have this form. */
export interface MessageSchema<Message> {
  safeParse(body: unknown): { readonly success: true; readonly data: Message } | { readonly success: false }
}

/** Adds version and nonce to `content`, posts it and judges what comes back. */
export async function exchange<Message extends Answer>(
  ports: ExchangePorts,
  request: { readonly path: string; readonly content: object },
  schema: MessageSchema<Message>,
): Promise<Result<Message, ExchangeTrouble>> {
  const nonce = ports.random.id()
  const sentAt = ports.clock.now()
  const json = JSON.stringify({ proto: protocolVersion, nonce, ...request.content })
  const message = judge(await ports.transport.post(request.path, json), nonce, schema)
  const servedAt = message.ok ? Date.parse(message.value.at ?? '') : NaN
  // The server's instant lies somewhere between sending and receiving: the middle is the best guess.
  if (Number.isFinite(servedAt)) ports.onOffset(Math.round(servedAt - (sentAt + ports.clock.now()) / 2))
  return message
}

/** The same for what is only fetched. `not-found`: our server says that it is not there. */
export async function fetchMessage<Message extends Answer>(
  ports: Pick<ExchangePorts, 'transport' | 'random'>,
  path: string,
  schema: MessageSchema<Message>,
): Promise<Result<Message, ExchangeTrouble | { readonly code: 'not-found' }>> {
  const nonce = ports.random.id()
  const answer = await ports.transport.get(`${path}?nonce=${nonce}`)
  if (answer.state === 'answered' && isNotFound(answer.body)) return err({ code: 'not-found' })
  return judge(answer, nonce, schema)
}

function isNotFound(body: unknown): boolean {
  const parsed = errorAnswer.safeParse(body)
  return parsed.success && parsed.data.error.code === 'not-found'
}

/** What the server's answer amounts to. */
export function judge<Message extends Answer>(
  answer: TransportAnswer,
  nonce: string,
  schema: MessageSchema<Message>,
): Result<Message, ExchangeTrouble> {
  if (answer.state === 'failed') return err({ code: answer.reason, retryAfterMs: null })
  if (answer.status !== 200) return err(troubleOf(answer))
  const message = schema.safeParse(answer.body)
  if (!message.success || message.data.nonce !== nonce) return err({ code: 'not-our-server', retryAfterMs: null })
  return ok(message.data)
}

const troubleOfCode: Readonly<Record<ErrorCode, ExchangeTrouble['code']>> = {
  'malformed-request': 'server-trouble',
  'unsupported-protocol': 'upgrade-needed',
  'batch-too-large': 'too-large',
  'wrong-address': 'server-trouble',
  'not-found': 'server-trouble',
  // Only evidence is refused by these.
  'unsupported-type': 'server-trouble',
  'too-many-pixels': 'server-trouble',
  'evidence-too-large': 'server-trouble',
  'wrong-hash': 'server-trouble',
  busy: 'busy',
  'storage-full': 'storage-full',
  internal: 'server-trouble',
}

export function troubleOf(answer: Extract<TransportAnswer, { state: 'answered' }>): ExchangeTrouble {
  const parsed = errorAnswer.safeParse(answer.body)
  if (parsed.success) {
    const { code, retryAfterMs } = parsed.data.error
    return { code: troubleOfCode[code], retryAfterMs: answer.retryAfterMs ?? retryAfterMs ?? null }
  }
  return { code: codeOfStatus(answer.status), retryAfterMs: answer.retryAfterMs }
}

/** Answers of proxies in front of the server. */
function codeOfStatus(status: number): ExchangeTrouble['code'] {
  if (status === 413) return 'too-large'
  if (status === 429 || status === 503) return 'busy'
  if (status === 504 || status === 408) return 'timeout'
  return status >= 500 ? 'server-trouble' : 'not-our-server'
}
