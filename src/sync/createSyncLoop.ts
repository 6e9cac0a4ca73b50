// The clockwork of the engine: when to make the next attempt. What an attempt does is the session's.
import { backOff } from './backOff.ts'
import { createAlarm } from './createAlarm.ts'
import type { EvidenceSync } from './createEvidenceSync.ts'
import { createSavePace } from './createSavePace.ts'
import type { StatusBoard } from './createStatusBoard.ts'
import type { SyncEngineOptions } from './SyncEngineOptions.ts'
import { createSyncSession, type SyncSession, type Telling } from './createSyncSession.ts'
import type { ExchangeTrouble } from './exchange.ts'
import { networkStatus, type NetworkStatus } from './SyncMessage.ts'
import type { SyncPhase } from './SyncStatus.ts'
import type { SyncTrouble } from './SyncTrouble.ts'
import { err, type Result } from '../domain/Result.ts'

/** What makes the engine look again. `save` alone does not cut a back-off short: the last attempt has just failed. */
export type Trigger = 'save' | 'poke' | 'return' | 'person'

export interface SyncLoop {
  readonly begin: () => void
  /** Another tab talks to the server from now on; `begin` may come again. */
  readonly lose: () => void
  readonly end: () => void
  readonly trigger: (why: Trigger) => void
  readonly isLeading: () => boolean
}

type Stage = 'following' | 'waiting' | 'backing-off' | 'syncing' | 'ended'
type Attempt = Result<'synced', ExchangeTrouble>

const pollMs = 30_000

export function createSyncLoop(options: SyncEngineOptions, board: StatusBoard, files?: EvidenceSync): SyncLoop {
  const { clock, random } = options
  const session = createSyncSession(options)
  const pace = createSavePace(clock)
  const alarm = createAlarm(options, () => void sync())
  let stage: Stage = 'following'
  let failures = 0
  /** Something happened while syncing. */
  let isDueAgain = false
  /** Counts attempts and losses: an attempt that was under way when the place was lost has nothing more to say. */
  let turn = 0
  /** Before this the server does not want to see us. */
  let earliestAt = 0
  let endPoke: (() => void) | undefined

  const showNow = (phase: SyncPhase) => show(options, board, { phase, ...session.memory() })

  async function sync(): Promise<void> {
    if (stage !== 'waiting' && stage !== 'backing-off') return
    stage = 'syncing'
    const mine = (turn += 1)
    isDueAgain = false
    const ifStill = <Told>(tell: (told: Told) => void) => onlyWhile(() => mine === turn, tell)
    await attempt(session, { onPhase: ifStill(showNow), onSent: pace.begin(board.recount) }, ifStill(settle))
  }

  function settle(result: Attempt): void {
    failures = result.ok ? 0 : failures + 1
    stage = result.ok ? 'waiting' : 'backing-off'
    const retryAfterMs = result.ok ? null : result.error.retryAfterMs
    earliestAt = retryAfterMs === null ? 0 : clock.now() + retryAfterMs
    if (!result.ok) alarm.set(backOff(failures, random.fraction(), retryAfterMs))
    else alarm.set(isDueAgain ? pace.untilNext() : pollMs)
    showNow(phaseAfter(result, alarm.dueAt()))
    board.recount()
    if (result.ok) goOn(session, files)
  }

  function trigger(why: Trigger): void {
    if (why === 'person' || why === 'return') files?.hurry()
    if (stage === 'syncing') isDueAgain = true
    if (stage !== 'waiting' && (stage !== 'backing-off' || why === 'save')) return
    const wish = clock.now() + (why === 'save' ? pace.untilNext() : 0)
    alarm.bringForward(why === 'person' ? wish : Math.max(wish, earliestAt))
  }

  /** What comes during an attempt is looked at after it: then it is here already, or it is the very next. */
  const take = async (brought: unknown) =>
    (stage === 'waiting' || stage === 'syncing') && (await session.takePoke(brought))

  function leave(next: 'following' | 'ended'): void {
    if (stage !== 'ended') stage = next
    turn += 1
    alarm.cancel()
    files?.end()
    endPoke?.()
  }

  return {
    begin: () => {
      if (stage !== 'following') return
      stage = 'waiting'
      endPoke = options.transport.subscribePoke(onPoke(take, () => trigger('poke')))
      alarm.set(0)
    },
    lose: () => leave('following'),
    end: () => leave('ended'),
    trigger,
    isLeading: () => stage !== 'following' && stage !== 'ended',
  }
}

/** Nothing is lost by a poke that goes wrong: its page is fetched by the look that follows [P9]. */
function onPoke(take: (brought: unknown) => Promise<boolean>, look: () => void): (brought: unknown) => void {
  const takeOrLook = async (brought: unknown) => {
    if (!(await take(brought))) look()
  }
  return (brought) => (brought === undefined ? look() : void takeOrLook(brought))
}

/** What can wait until the entries are sent. */
function goOn(session: SyncSession, files: EvidenceSync | undefined): void {
  const server = session.server()
  if (server !== undefined) files?.begin(server)
  void session.tidy()
}

/** Of an attempt whose place was lost meanwhile nothing is heard any more. */
function onlyWhile<Told>(isSo: () => boolean, tell: (told: Told) => void): (told: Told) => void {
  return (told) => {
    if (isSo()) tell(told)
  }
}

async function attempt(session: SyncSession, telling: Telling, onEnd: (result: Attempt) => void): Promise<void> {
  // A bug rejects, and shows by that; it must not end the syncing of everything else.
  let result: Attempt = err({ code: 'server-trouble', retryAfterMs: null })
  try {
    result = await session.attempt(telling)
  } finally {
    onEnd(result)
  }
}

/** To this tab and to the others. */
function show(
  { channel }: SyncEngineOptions,
  board: StatusBoard,
  { phase, lastSyncedAt, clockOffset }: Omit<NetworkStatus, 'type'>,
): void {
  board.update({ phase, lastSyncedAt, clockOffset })
  channel.post(networkStatus(board.current()))
}

function phaseAfter(result: Attempt, retryAt: number): SyncPhase {
  if (result.ok) return { state: 'idle' }
  const { code } = result.error
  // An own operation that is too large is refused by itself; what is too large here is an answer, the server's doing.
  const reason: SyncTrouble = code === 'too-large' ? 'server-trouble' : code
  return { state: 'offline', reason, retryAt: new Date(retryAt).toISOString() }
}
