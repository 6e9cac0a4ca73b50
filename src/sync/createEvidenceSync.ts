// Sends evidence files, one after the other, after the entries and beside them: a long upload never holds an answer up.
//
//   resting ──entries are sent, "send now"──▶ sending ──all sent──▶ resting
//                                                │  ▲
//                                       trouble  ▼  │ time is up, entries are sent again after it, "send now", the page is looked at
//                                             backing off
//
// What one file meets is its own affair: a file that is refused, too large for the line or too slow lets the others pass.
import { backOff } from './backOff.ts'
import { createAlarm } from './createAlarm.ts'
import { createEvidencePasses } from './createEvidencePasses.ts'
import type { EvidenceSyncOptions } from './EvidenceSyncOptions.ts'
import type { ExchangeTrouble } from './exchange.ts'
import type { KnownServer } from './KnownServer.ts'
import { LocalDatabaseError } from '../localdb/LocalDatabaseError.ts'

export interface EvidenceSync {
  /** This tab talks to the server, and all entries are sent. */
  readonly begin: (server: KnownServer) => void
  /** A person asks, or the page is looked at again: a back-off is cut short. */
  readonly hurry: () => void
  /** Another tab talks to the server from now on, or the engine ends. A request under way is left to its fate. */
  readonly end: () => void
}

export function createEvidenceSync(options: EvidenceSyncOptions): EvidenceSync {
  const alarm = createAlarm(options, () => void run())
  const sendAll = createEvidencePasses(options)
  let stage: 'resting' | 'sending' | 'backing-off' = 'resting'
  let server: KnownServer | undefined
  let failures = 0
  /** Something came while sending. */
  let isDueAgain = false
  /** Counts beginnings and ends: what was under way when the place was lost has nothing more to say. */
  let turn = 0

  async function run(): Promise<void> {
    if (stage === 'sending' || server === undefined) return
    stage = 'sending'
    isDueAgain = false
    const mine = turn
    let trouble: ExchangeTrouble | undefined
    try {
      trouble = await sendAll(server, () => mine === turn)
    } catch (error) {
      trouble = { code: 'local-database', retryAfterMs: null }
      if (!(error instanceof LocalDatabaseError)) throw error
    } finally {
      // A bug rejects, and shows by that; later files must not wait for it without end.
      if (mine === turn) settle(trouble)
    }
  }

  function settle(trouble: ExchangeTrouble | undefined): void {
    options.onSettled()
    if (trouble === undefined) {
      stage = 'resting'
      failures = 0
      options.onPhase({ state: 'idle' })
      if (isDueAgain) alarm.set(0)
      return
    }
    stage = 'backing-off'
    failures += 1
    alarm.set(backOff(failures, options.random.fraction(), trouble.retryAfterMs))
    const reason = trouble.code === 'too-large' ? 'server-trouble' : trouble.code
    options.onPhase({ state: 'waiting', reason, retryAt: new Date(alarm.dueAt()).toISOString() })
  }

  return {
    begin(told) {
      server = told
      if (stage === 'sending') isDueAgain = true
      if (stage === 'resting') alarm.set(0)
    },
    hurry() {
      if (stage === 'backing-off') alarm.set(0)
    },
    end() {
      turn += 1
      stage = 'resting'
      server = undefined
      alarm.cancel()
    },
  }
}
