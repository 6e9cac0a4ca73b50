// Writes down what the server says beside the log [P15]: how far it has this device's own operations, and what its backups hold.
import { checkIdentity } from './checkIdentity.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamRow } from './LocalRows.ts'
import { unseenStreamRow } from './recordBase.ts'
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
 * knows it to end: this database was brought back from an old copy.
 */
export async function noteFacts(db: LocalDatabase, facts: Facts): Promise<OwnLoss[]> {
  const { streams, sentinel } = db.dexie
  const marks = new Map(facts.marks.map((mark) => [mark.stream, mark]))
  const horizons = new Map(facts.backedUp.map(({ stream, version }) => [stream, version]))
  const losses: OwnLoss[] = []
  await withLocalDatabase(db, () =>
    db.dexie.transaction('rw', streams, sentinel, async () => {
      await checkIdentity(db)
      losses.length = 0
      const held = new Map((await streams.toArray()).map((row) => [row.stream, row]))
      for (const { stream } of facts.marks) if (!held.has(stream)) held.set(stream, unseenStreamRow(stream))
      const changed: StreamRow[] = []
      for (const row of held.values()) {
        const mark = marks.get(row.stream)
        if (row.acked > (mark?.n ?? 0)) losses.push({ stream: row.stream, from: (mark?.n ?? 0) + 1 })
        const next = withFacts(row, { mark, backedUp: horizons.get(row.stream) ?? 0 })
        if (next !== undefined) changed.push(next)
      }
      await streams.bulkPut(changed)
    }),
  )
  return losses
}

interface KnownOfStream {
  readonly mark: OwnMarkAtServer | undefined
  readonly backedUp: number
}

/** Undefined where nothing changes. */
function withFacts(row: StreamRow, { mark, backedUp }: KnownOfStream): StreamRow | undefined {
  const longer = mark !== undefined && mark.n > row.n ? { n: mark.n, prev: mark.hash, acked: mark.n } : undefined
  if (longer === undefined && backedUp === row.backedUp) return undefined
  return { ...row, ...longer, backedUp }
}
