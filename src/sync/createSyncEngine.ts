// Keeps this tablet and the server alike, whenever there is a way to reach it. Never decides by `navigator.onLine`, never drops anything.
//
//            ┌──────────────────────── start ───────────────────────┐
//            ▼                                                       │
//   following ──lead──▶ waiting ──30 s, save, poke, visible, online, "send now"──▶ syncing ──done──▶ waiting
//                          ▲                                                         │
//                          │ time is up, poke, visible, online, "send now"           │ failed
//                          └────────────────────── backing off ◀─────────────────────┘
//
// One tab leads and talks to the server; the others follow: they save, count, and show what the leading tab tells them. A tab whose place
// another one has taken follows again, from every state; its request under way does no harm, for answers may come twice or late [P5].
import { createStatusBoard, type StatusBoard } from './createStatusBoard.ts'
import { createEvidenceSync, type EvidenceSync } from './createEvidenceSync.ts'
import { createSyncLoop, type SyncLoop } from './createSyncLoop.ts'
import type { FilesPhase } from './FilesPhase.ts'
import { filesMessage, networkStatus, parseSyncMessage } from './SyncMessage.ts'
import type { SyncEngineOptions } from './SyncEngineOptions.ts'
import type { SyncStatus } from './SyncStatus.ts'

export interface SyncEngine {
  start(): void
  /** Ends for good; a request under way is left to its fate, and its answer is still written down. */
  stop(): void
  /** A person asks: goes at once, also while backing off. */
  syncNow(): void
}

/** Counting costs a slow tablet as much as the save itself: it waits until the screen has said that it is saved. */
const countAfterMs = 100

export function createSyncEngine(options: SyncEngineOptions): SyncEngine {
  const endings: (() => void)[] = []
  const stop = () => {
    for (const end of endings.splice(0)) end()
  }
  const board = createStatusBoard(options.db, (status) => {
    options.onStatus(status)
    if (options.onCloned === undefined || !loop.isLeading() || !isCloned(status)) return
    stop()
    options.onCloned()
  })
  const loop = createSyncLoop(options, board, sendFiles(options, board))
  let endWaiting: (() => void) | undefined
  const recountSoon = () => {
    endWaiting ??= options.timers.after(countAfterMs, () => {
      endWaiting = undefined
      board.recount()
    })
  }
  const noteSaved = () => {
    board.update({ lastSavedAt: new Date(options.clock.now()).toISOString() })
    recountSoon()
    loop.trigger('save')
  }
  return {
    start() {
      endings.push(
        options.db.watch(({ source }) => {
          if (source === 'local') noteSaved()
          else board.recount()
          if (source === 'elsewhere') loop.trigger('save')
        }),
        options.watchReturn(() => loop.trigger('return')),
        options.channel.subscribe((raw) => hear(raw, { options, board, loop })),
        options.leadership.lead(
          () => loop.begin(),
          () => loop.lose(),
        ),
        () => loop.end(),
        () => endWaiting?.(),
      )
      board.recount()
      options.channel.post({ type: 'hello' })
    },
    stop,
    syncNow() {
      if (loop.isLeading()) loop.trigger('person')
      else options.channel.post({ type: 'sync-now' })
    },
  }
}

function sendFiles(options: SyncEngineOptions, board: StatusBoard): EvidenceSync | undefined {
  const { evidence, channel } = options
  if (evidence === undefined) return undefined
  const onPhase = (files: FilesPhase) => {
    board.update({ files })
    channel.post(filesMessage(files))
  }
  return createEvidenceSync({ ...options, evidence, onPhase, onSettled: board.recount })
}

/** Only after an attempt that came through: by then everything that the server has under our dots was fetched. */
function isCloned({ phase, lastSyncedAt, refused }: SyncStatus): boolean {
  return phase.state === 'idle' && lastSyncedAt !== null && refused.some(({ code }) => code === 'fork')
}

interface Hearing {
  readonly options: SyncEngineOptions
  readonly board: StatusBoard
  readonly loop: SyncLoop
}

function hear(raw: unknown, { options, board, loop }: Hearing): void {
  const message = parseSyncMessage(raw)
  if (message === undefined) return
  if (loop.isLeading()) {
    if (message.type === 'sync-now') loop.trigger('person')
    if (message.type === 'hello') {
      options.channel.post(networkStatus(board.current()))
      options.channel.post(filesMessage(board.current().files))
    }
  } else if (message.type === 'status') {
    const { phase, lastSyncedAt, clockOffset } = message
    board.update({ phase, lastSyncedAt, clockOffset })
    board.recount()
  } else if (message.type === 'files') {
    board.update({ files: message.files })
    board.recount()
  }
}
