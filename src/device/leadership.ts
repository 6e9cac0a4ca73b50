// One tab of this browser leads. A Web Lock decides, and passes on by itself when its tab closes or crashes. A tab that the browser
// has frozen keeps its lock: the waiting tabs ask it, and take the lock when nobody answers.
//
//   waiting ──the lock is ours──▶ leading ──another tab took the lock──▶ waiting
//      │                             ▲
//      └──asked twice, no answer─────┤
//      └──looked at, leader is not───┘
//
// Asking instead of a beat of the leader's: a hidden tab's timers run once a minute at worst, but its messages are answered at once.
import { createChannel, type TabChannel } from './channel.ts'

export interface TabLeadership {
  /** `onLost`: another tab leads now; this one waits for its turn again by itself. Returns what gives the place or the wish for it up. */
  lead(onLead: () => void, onLost: () => void): () => void
}

export type LeadershipMessage =
  | { readonly type: 'ask' }
  /** `hiddenMs`: for how long nobody has looked at the leading tab; 0 while it is looked at. */
  | { readonly type: 'here'; readonly hiddenMs: number }

export interface LeadershipPorts {
  readonly locks: Pick<LockManager, 'request'>
  readonly channel: TabChannel<LeadershipMessage>
  readonly now: () => number
  /** Returns what cancels it. */
  readonly after: (ms: number, run: () => void) => () => void
  readonly isVisible: () => boolean
  /** Calls back whenever `isVisible` changes. Returns what ends it. */
  readonly watchVisible: (onChange: () => void) => () => void
}

const askMs = 5_000
/** With 5 s between them a dead leader is replaced after 10 s: longer than any answer of ours keeps a main thread busy. */
const mostUnanswered = 2
/** Below this a person who changes between two tabs would make them change places each time. Above it browsers begin to slow the hidden one. */
const hiddenForMs = 10_000

export function createLeadership(lockName: string): TabLeadership {
  // Without Web Locks every tab leads: twice the traffic, and the server tells duplicates apart.
  if (!('locks' in navigator)) return { lead: leadAlone }
  const ports = browserPorts(lockName)
  return { lead: (onLead, onLost) => leadInTurn(lockName, ports, { onLead, onLost }) }
}

function leadAlone(onLead: () => void): () => void {
  onLead()
  return () => undefined
}

interface Role {
  readonly onLead: () => void
  readonly onLost: () => void
}

/** One wish for the lock: waiting, then perhaps held. A newer wish makes an older one void. */
interface Wish {
  readonly abort: AbortController
  isHeld: boolean
  release: () => void
}

export function leadInTurn(lockName: string, ports: LeadershipPorts, role: Role): () => void {
  let wish: Wish | undefined
  let isEnded = false

  function want(options: LockOptions): void {
    const mine: Wish = { abort: new AbortController(), isHeld: false, release: () => undefined }
    wish = mine
    const isCurrent = () => wish === mine && !isEnded
    const hold = () =>
      new Promise<void>((release) => {
        if (!isCurrent()) return release()
        mine.release = release
        mine.isHeld = true
        role.onLead()
      })
    // A lock that is taken by force cannot be given up before it is granted, and it is granted at once.
    const request = options.steal === true ? options : { ...options, signal: mine.abort.signal }
    ports.locks.request(lockName, request, hold).catch((error: unknown) => {
      if (!isCurrent()) return
      if (!isAbort(error)) throw error
      role.onLost()
      want({})
    })
  }

  function steal(): void {
    if (wish?.isHeld === true) return
    wish?.abort.abort()
    want({ steal: true })
  }

  const isLeading = () => wish?.isHeld === true
  want({})
  const endAnswers = answerAsLeader(ports, isLeading)
  const endAsking = askWhileWaiting(ports, { isLeading, steal })
  return () => {
    isEnded = true
    endAnswers()
    endAsking()
    wish?.abort.abort()
    wish?.release()
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

function answerAsLeader(ports: LeadershipPorts, isLeading: () => boolean): () => void {
  let hiddenSince = ports.isVisible() ? undefined : ports.now()
  const endWatch = ports.watchVisible(() => {
    hiddenSince = ports.isVisible() ? undefined : ports.now()
  })
  const endHearing = ports.channel.subscribe(({ type }) => {
    if (type !== 'ask' || !isLeading()) return
    ports.channel.post({ type: 'here', hiddenMs: hiddenSince === undefined ? 0 : ports.now() - hiddenSince })
  })
  return () => {
    endWatch()
    endHearing()
  }
}

interface Waiting {
  readonly isLeading: () => boolean
  readonly steal: () => void
}

function askWhileWaiting(ports: LeadershipPorts, { isLeading, steal }: Waiting): () => void {
  // Asks, not seconds: a tab that was frozen itself must ask once more before it believes that nobody answers.
  let unanswered = 0
  let cancel: () => void = () => undefined

  function ask(): void {
    cancel()
    cancel = ports.after(askMs, ask)
    if (isLeading()) {
      unanswered = 0
    } else if (unanswered >= mostUnanswered) {
      unanswered = 0
      steal()
    } else {
      unanswered += 1
      ports.channel.post({ type: 'ask' })
    }
  }

  const endHearing = ports.channel.subscribe((message) => {
    // Anybody's answer counts: somebody leads.
    if (message.type !== 'here') return
    unanswered = 0
    if (!isLeading() && ports.isVisible() && message.hiddenMs >= hiddenForMs) steal()
  })
  const endWatch = ports.watchVisible(() => {
    if (ports.isVisible()) ask()
  })
  ask()
  return () => {
    cancel()
    endHearing()
    endWatch()
  }
}

function browserPorts(lockName: string): LeadershipPorts {
  return {
    locks: navigator.locks,
    channel: createChannel(lockName, parseMessage),
    now: () => Date.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    isVisible: () => document.visibilityState === 'visible',
    watchVisible(onChange) {
      document.addEventListener('visibilitychange', onChange)
      return () => document.removeEventListener('visibilitychange', onChange)
    },
  }
}

function parseMessage(raw: unknown): LeadershipMessage | undefined {
  if (typeof raw !== 'object' || raw === null || !('type' in raw)) return undefined
  if (raw.type === 'ask') return { type: 'ask' }
  if (raw.type !== 'here' || !('hiddenMs' in raw) || typeof raw.hiddenMs !== 'number') return undefined
  return { type: 'here', hiddenMs: raw.hiddenMs }
}
