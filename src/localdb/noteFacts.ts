// Writes down what the server says beside the log [P15]: how far it has this device's own operations, and what its backups hold.
import { checkIdentity } from './checkIdentity.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamRow } from './LocalRows.ts'
import { unseenStreamRow } from './recordBase.ts'
import { streamsWithUnsent, unsentKeys } from './unsentKeys.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

export interface OwnMarkAtServer {
  readonly stream: StreamId
  /** How far the server has this device's operations without a gap, and the hash of the last of them. */
  readonly n: number
  readonly hash: string
}

export interface Facts {
  readonly marks: readonly OwnMarkAtServer[]
  readonly backedUp: readonly { readonly stream: StreamId; readonly version: number }[]
}

/** This device's operations that the server had and has no more. */
export interface OwnLoss {
  readonly stream: StreamId
  /** The first n that it lacks. */
  readonly from: number
}

/**
 * Returns what was acknowledged and is missing at the server. A chain that is longer there than here continues where the server
 * knows it to end: this database was brought back from an old copy. Not while something here waits to be sent: either it is there
 * already, or this tablet and a copy of it have gone on side by side, and only sending it tells which.
 */
export async function noteFacts(db: LocalDatabase, facts: Facts): Promise<OwnLoss[]> {
  const { streams, sentinel, operations } = db.dexie
  const marks = new Map(facts.marks.map((mark) => [mark.stream, mark]))
  const horizons = new Map(facts.backedUp.map(({ stream, version }) => [stream, version]))
  const losses: OwnLoss[] = []
  await withLocalDatabase(db, () =>
    db.dexie.transaction('rw', streams, sentinel, operations, async () => {
      await checkIdentity(db)
      losses.length = 0
      const held = new Map((await streams.toArray()).map((row) => [row.stream, row]))
      for (const { stream } of facts.marks) if (!held.has(stream)) held.set(stream, unseenStreamRow(stream))
      const changed: StreamRow[] = []
      for (const row of held.values()) {
        const mark = marks.get(row.stream)
        if (row.acked > (mark?.n ?? 0)) losses.push({ stream: row.stream, from: (mark?.n ?? 0) + 1 })
        const isLonger = mark !== undefined && mark.n > row.n && !(await hasUnsent(db, row))
        const known = { longer: isLonger ? mark : undefined, backedUp: horizons.get(row.stream) ?? 0 }
        const next = withFacts(row, known)
        if (next !== undefined) changed.push(next)
      }
      await streams.bulkPut(changed)
    }),
  )
  return losses
}

async function hasUnsent({ dexie }: LocalDatabase, row: StreamRow): Promise<boolean> {
  return streamsWithUnsent([row]).length > 0 && (await unsentKeys(dexie, row).count()) > 0
}

interface KnownOfStream {
  /** Where the server knows the chain to end, beyond its end here. */
  readonly longer: OwnMarkAtServer | undefined
  readonly backedUp: number
}

/** Undefined where nothing changes. */
function withFacts(row: StreamRow, { longer, backedUp }: KnownOfStream): StreamRow | undefined {
  if (longer === undefined && backedUp === row.backedUp) return undefined
  const chain = longer && { n: longer.n, prev: longer.hash, acked: longer.n }
  return { ...row, ...chain, backedUp }
}
