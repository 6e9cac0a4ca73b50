// Judges whether a tablet can leave for an audit. Pure; what could not be looked at is `unknown` and never counts as fine.
import { formatBytes } from '../base/formatBytes.ts'
import { clockSkewOf, type ClockSkew } from '../clock/ClockSkew.ts'
import type { ReadinessFacts, RegisterCount } from './ReadinessFacts.ts'

export const readinessChecks = [
  'app',
  'templates',
  'registers',
  'previous',
  'fetched',
  'unsent',
  'camera',
  'space',
  'persistence',
  'version',
  'clock',
  'battery',
] as const
export type ReadinessCheckId = (typeof readinessChecks)[number]
export type ReadinessState = 'ok' | 'attention' | 'unknown'

/** What a press can do about it. */
export type ReadinessWay = 'try-camera' | 'persist' | 'send' | 'update' | 'list' | 'details'

export interface ReadinessCheck {
  readonly id: ReadinessCheckId
  readonly state: ReadinessState
  /** Its sentence is the text `readiness.<id>.<code>`. */
  readonly code: string
  readonly count?: number
  readonly findings?: number
  readonly size?: string
  readonly wanted?: string
  /** ISO instant. */
  readonly at?: string | null
  readonly registers?: readonly RegisterCount[]
  readonly skew?: ClockSkew
  readonly way?: ReadinessWay
}

type Judged = Omit<ReadinessCheck, 'id'>

/** 300 photos of 4 MB: a long day on site. */
export const visitBytes = 300 * 4_000_000
/** Below this a tablet may not last for three hours. */
const lowBattery = 0.5

const judges: Record<ReadinessCheckId, (facts: ReadinessFacts) => Judged | undefined> = {
  app: ({ app }) => {
    switch (app.state) {
      case 'kept':
        return ok('kept', { count: app.files })
      case 'incomplete':
        return attention('incomplete', { count: app.missing })
      case 'preparing':
      case 'unsupported':
        return attention(app.state)
      case 'silent':
        return unknown('silent')
    }
  },
  templates: ({ templates: { wanted, known } }) =>
    known < wanted ? attention('missing', { count: wanted - known }) : ok('here', { count: known }),
  registers: ({ registers }) => {
    if (registers.length === 0) return ok('none')
    const empty = registers.filter(({ count }) => count === 0)
    if (empty.length > 0) return attention('empty', { registers: empty, way: 'list' })
    return ok('here', { registers })
  },
  previous: judgePrevious,
  fetched: judgeFetched,
  unsent: ({ unsent: { entries, photos, refused } }) => {
    if (refused > 0) return attention('refused', { count: refused })
    return entries + photos > 0 ? attention('waiting', { count: entries + photos, way: 'send' }) : ok('none')
  },
  camera: ({ camera }) => {
    if (camera === 'granted') return ok('granted')
    if (camera === 'unknown') return unknown('unknown', { way: 'try-camera' })
    return attention(camera, camera === 'missing' ? {} : { way: 'try-camera' })
  },
  space: ({ freeBytes }) => {
    if (freeBytes === null) return unknown('unknown')
    const sizes = { size: formatBytes(freeBytes), wanted: formatBytes(visitBytes) }
    return freeBytes < visitBytes ? attention('short', sizes) : ok('enough', sizes)
  },
  persistence: ({ isPersisted }) => (isPersisted ? ok('granted') : attention('missing', { way: 'persist' })),
  version: judgeVersion,
  clock: ({ clockOffset }) => {
    const skew = clockSkewOf(clockOffset)
    if (skew !== undefined) return attention(skew.direction, { skew })
    return clockOffset === null ? unknown('unknown') : ok('right')
  },
  battery: ({ battery }) => {
    if (battery === null) return undefined
    const count = Math.round(battery.level * 100)
    return battery.isCharging || battery.level >= lowBattery ? ok('full', { count }) : attention('low', { count })
  },
}

/** In the order in which they are shown; what does not exist on this tablet is left out. */
export function checkReadiness(facts: ReadinessFacts): readonly ReadinessCheck[] {
  return readinessChecks.flatMap((id) => {
    const judged = judges[id](facts)
    return judged === undefined ? [] : [{ id, ...judged }]
  })
}

export type ReadinessVerdict =
  | { readonly state: 'ready' }
  | { readonly state: 'attention'; readonly count: number }
  | { readonly state: 'unknown'; readonly count: number }

/** Ready only where everything was looked at and is fine. */
export function verdictOf(checks: readonly ReadinessCheck[]): ReadinessVerdict {
  const count = (state: ReadinessState) => checks.filter((check) => check.state === state).length
  if (count('attention') > 0) return { state: 'attention', count: count('attention') }
  return count('unknown') > 0 ? { state: 'unknown', count: count('unknown') } : { state: 'ready' }
}

function judgePrevious(facts: ReadinessFacts): Judged {
  const { hasUnit, audits, findings } = facts.previous
  if (!hasUnit) return attention('no-unit', { way: 'details' })
  if (audits > 0) return ok('here', { count: audits, findings })
  // None here says nothing while others may still be at the server.
  return judgeFetched(facts).state === 'ok' ? ok('none') : unknown('not-fetched')
}

function judgeFetched({ isRefetching, line, lastSyncedAt, isFresh }: ReadinessFacts): Judged {
  if (isRefetching) return attention('refetching')
  if (lastSyncedAt === null) return attention('never')
  if (line === 'offline') return unknown('offline', { at: lastSyncedAt })
  if (line === 'receiving') return attention('receiving')
  return isFresh ? ok('here', { at: lastSyncedAt }) : unknown('old', { at: lastSyncedAt })
}

function judgeVersion({ update }: ReadinessFacts): Judged {
  switch (update) {
    case 'newest':
      return ok('newest')
    case 'waiting':
      return attention('waiting', { way: 'update' })
    case 'arriving':
    case 'needed':
      return attention(update)
    case 'asking':
    case 'not-asked':
      return unknown(update)
  }
}

const ok = (code: string, details: Partial<Judged> = {}): Judged => ({ state: 'ok', code, ...details })
const attention = (code: string, details: Partial<Judged> = {}): Judged => ({ state: 'attention', code, ...details })
const unknown = (code: string, details: Partial<Judged> = {}): Judged => ({ state: 'unknown', code, ...details })
