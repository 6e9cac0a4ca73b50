// A tablet in a test: a real database on fake-indexeddb, the real engine, and a clock that only moves when told.
import { aBrowser, type Browser } from '../localdb/aDatabase.ts'
import { testKey } from '../server/testKey.ts'
import { stateSnapshot } from '../stateSnapshot.ts'
import { waitUntil } from '../waitUntil.ts'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import { auditEntity } from '../../../src/domain/audit/entityIds.ts'
import type { OperationDraft } from '../../../src/domain/oplog/Operation.ts'
import { readRegister } from '../../../src/domain/oplog/Register.ts'
import {
  formatDot,
  type DeviceId,
  type Dot,
  type EntityId,
  type PersonId,
  type StreamId,
} from '../../../src/domain/oplog/Dot.ts'
import type { LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { createSyncEngine, type SyncEngine } from '../../../src/sync/createSyncEngine.ts'
import type { Leadership, SyncChannel, Timers, Transport } from '../../../src/sync/SyncPorts.ts'
import type { EvidencePorts } from '../../../src/sync/EvidencePorts.ts'
import { parseSyncMessage } from '../../../src/sync/SyncMessage.ts'
import { initialStatus, type SyncStatus } from '../../../src/sync/SyncStatus.ts'

export const auditStream = 'audit-1' as StreamId

export interface VirtualTime extends Timers {
  now(): number
  /** Moves the clock and runs what is due, in order. */
  advance(ms: number): void
}

export function aClock(start = Date.parse('2026-04-01T00:00:00.000Z')): VirtualTime {
  let now = start
  let timers: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    advance(ms) {
      const until = now + ms
      for (;;) {
        const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        timers = timers.filter((timer) => timer !== next)
        now = Math.max(now, next.at)
        next.run()
      }
      now = until
    },
  }
}

export interface TabletOptions {
  /** Makes the key, and the key the device's id. */
  readonly name: string
  readonly transport: Transport
  readonly clock?: VirtualTime
  readonly browser?: Browser
  readonly channel?: SyncChannel
  readonly leadership?: Leadership
  readonly onCloned?: () => void
  readonly evidence?: EvidencePorts
}

const silentChannel: SyncChannel = { post: () => {}, subscribe: () => () => {} }
const aloneInTheBrowser: Leadership = {
  lead: (onLead) => {
    onLead()
    return () => {}
  },
}

export interface Tablet {
  readonly device: DeviceId
  readonly browser: Browser
  readonly db: LocalDatabase
  readonly engine: SyncEngine
  readonly clock: VirtualTime
  readonly statuses: readonly SyncStatus[]
  readonly status: () => SyncStatus
  /** How many attempts have come to an end. */
  readonly attempts: () => number
  readonly note: (text: string, entity?: string) => Promise<Dot>
  /** Signs the audit off as this tablet has seen it. */
  readonly sign: () => Promise<Dot>
  /** Starts one attempt and waits for its end. */
  readonly sync: () => Promise<SyncStatus>
  readonly settled: (attemptsBefore: number) => Promise<SyncStatus>
  readonly state: () => Promise<unknown>
  readonly textsOf: (entity?: string) => Promise<string[]>
  /** The app goes, the device stays. */
  readonly close: () => void
}

let salts = 0

export async function aTablet(options: TabletOptions): Promise<Tablet> {
  const { name, transport, clock = aClock(), browser = aBrowser() } = options
  const { device, deviceKey, sign } = testKey(name)
  const db = await browser.tab()
  const statuses: SyncStatus[] = []
  let attempts = 0
  const channel = options.channel ?? silentChannel
  let nonces = 0
  const engine = createSyncEngine({
    db,
    transport,
    signer: {
      device,
      deviceKey,
      sign: (text) => Promise.resolve(sign(text)),
    },
    clock,
    timers: clock,
    random: { id: () => `nonce-${name}-${String((nonces += 1))}`, fraction: () => 0.5 },
    leadership: options.leadership ?? aloneInTheBrowser,
    channel: {
      post(message) {
        const parsed = parseSyncMessage(message)
        if (parsed?.type === 'status' && (parsed.phase.state === 'idle' || parsed.phase.state === 'offline'))
          attempts += 1
        channel.post(message)
      },
      subscribe: (listener) => channel.subscribe(listener),
    },
    watchReturn: () => () => {},
    onStatus: (status) => statuses.push(status),
    ...(options.onCloned && { onCloned: options.onCloned }),
    ...(options.evidence && { evidence: options.evidence }),
  })
  const status = () => statuses.at(-1) ?? initialStatus
  const settled = async (before: number) => {
    await waitUntil('the end of an attempt', () => attempts > before)
    // Counts are read after the end of the attempt.
    await new Promise((resolve) => setTimeout(resolve, 30))
    return status()
  }
  const open = () => openStream(db, auditStream, auditKinds)
  const record = async (draft: OperationDraft): Promise<Dot> => {
    const recorded = await recordOperations(db, {
      source: 'local',
      stream: auditStream,
      drafts: [draft],
      context: {
        device,
        author: `person-${name}` as PersonId,
        at: new Date(clock.now()).toISOString(),
        offset: null,
        salt: () => `salt-${name}-${String((salts += 1))}`,
      },
    })
    return formatDot(device, recorded.last)
  }
  return {
    device,
    browser,
    db,
    engine,
    clock,
    statuses,
    status,
    attempts: () => attempts,
    settled,
    async note(text, entity = 'answer:antivirus/1-1') {
      const { state } = await open()
      const supersedes = readRegister(state.entities.get(entity as EntityId), 'note').dots
      return record({ kind: 'answer-noted', entity: entity as EntityId, supersedes, body: { text } })
    },
    async sign() {
      const { state } = await open()
      const supersedes = readRegister(state.entities.get(auditEntity), 'sign-off').dots
      const heads = [...state.heads].map(([seen, n]) => ({ device: seen, n }))
      const body = { heads, questions: 0, answered: 0, findings: 0 }
      return record({ kind: 'audit-signed-off', entity: auditEntity, supersedes, body })
    },
    sync() {
      const before = attempts
      engine.syncNow()
      clock.advance(0)
      return settled(before)
    },
    state: async () => stateSnapshot((await open()).state),
    async textsOf(entity = 'answer:antivirus/1-1') {
      const { values } = readRegister<'answer-noted', { 'answer-noted': { text: string } }>(
        (await open()).state.entities.get(entity as EntityId),
        'note',
      )
      return values.map(({ content }) => content.body.text)
    },
    close() {
      engine.stop()
      db.close()
    },
  }
}
