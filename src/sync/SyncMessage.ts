// What the engines of one browser's tabs tell each other. A tab of another release may be among them, so messages are parsed.
import type { FilesPhase } from './FilesPhase.ts'
import type { SyncStatus } from './SyncStatus.ts'
import { syncTroubles } from './SyncTrouble.ts'
import { z } from '../protocol/strictZod.ts'

const phase = z.discriminatedUnion('state', [
  z.object({ state: z.literal('idle') }),
  z.object({ state: z.literal('sending'), done: z.number(), total: z.number() }),
  z.object({ state: z.literal('receiving'), done: z.number() }),
  z.object({ state: z.literal('offline'), reason: z.enum(syncTroubles), retryAt: z.string() }),
])

const count = z.number()
const filesPhase = z.discriminatedUnion('state', [
  z.object({ state: z.literal('idle') }),
  z.object({ state: z.literal('sending'), doneFiles: count, files: count, doneBytes: count, bytes: count }),
  z.object({ state: z.literal('waiting'), reason: z.enum(syncTroubles), retryAt: z.string() }),
])

const message = z.discriminatedUnion('type', [
  /** From the network tab: what only it knows. */
  z.object({
    type: z.literal('status'),
    phase,
    lastSyncedAt: z.string().nullable(),
    clockOffset: z.number().nullable(),
  }),
  /** From the network tab: how files are being sent. */
  z.object({ type: z.literal('files'), files: filesPhase }),
  /** To the network tab: a person asks to send now. */
  z.object({ type: z.literal('sync-now') }),
  /** To the network tab: a new tab wants to know. */
  z.object({ type: z.literal('hello') }),
])

export type SyncMessage = z.infer<typeof message>
/** The part of the status that only the network tab knows. */
export type NetworkStatus = Extract<SyncMessage, { type: 'status' }>

export function parseSyncMessage(raw: unknown): SyncMessage | undefined {
  const parsed = message.safeParse(raw)
  return parsed.success ? parsed.data : undefined
}

export function networkStatus(status: Pick<SyncStatus, 'phase' | 'lastSyncedAt' | 'clockOffset'>): NetworkStatus {
  const { phase, lastSyncedAt, clockOffset } = status
  return { type: 'status', phase, lastSyncedAt, clockOffset }
}

export function filesMessage(files: FilesPhase): SyncMessage {
  return { type: 'files', files }
}
