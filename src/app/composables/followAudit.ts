// Folds an audit once and keeps it up to date: from this tab's saves, from other tabs and from pulls. Writes nothing but caches.
import { shallowRef, triggerRef, type ShallowRef } from 'vue'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import type { Audit } from '../../domain/audit/Audit.ts'
import { AuditDocument } from '../../domain/audit/AuditDocument.ts'
import { auditKinds } from '../../domain/audit/auditKinds.ts'
import { summariseAudit } from '../../domain/audit/summariseAudit.ts'
import type { StreamId } from '../../domain/oplog/Dot.ts'
import type { Operation } from '../../domain/oplog/Operation.ts'
import type { LocalDatabase, StreamChange } from '../../localdb/LocalDatabase.ts'
import { newsOf } from '../../localdb/newsOf.ts'
import { openStream } from '../../localdb/openStream.ts'
import { readSince } from '../../localdb/readSince.ts'
import type { Damage } from '../../localdb/readStreamLog.ts'
import { positionAfter, type RecordedOperations } from '../../localdb/recordLocal.ts'
import { saveSnapshot } from '../../localdb/saveSnapshot.ts'
import { saveSummary } from '../../localdb/saveSummary.ts'

/** A pause after which the folded state is written down, so that the next opening reads little. */
const snapshotAfterMs = 4_000

export interface FollowedAudit {
  readonly document: AuditDocument
  /** Triggers on every change. */
  readonly audit: ShallowRef<Audit>
  readonly damaged: readonly Damage[]
  /** Folds in what this tab has just recorded. Whoever reads the state has it at once; the screens follow with `showTaken`. */
  readonly take: (recorded: RecordedOperations) => void
  /** Lets the screens draw what was taken, where they have not yet. */
  readonly showTaken: () => void
  /** Ends the watching and writes the caches that are due. */
  readonly close: () => void
}

export async function followAudit(db: LocalDatabase, stream: StreamId): Promise<FollowedAudit> {
  const opened = await openStream(db, stream, auditKinds)
  const document = new AuditDocument(opened.state)
  const audit = shallowRef(document.audit)
  let { position } = opened
  const caches = scheduleCaches(() => {
    void saveSnapshot(db, { stream, position, state: document.state }).catch(ignoreUnlessBug)
    void saveSummary(db, { stream, position, summary: summariseAudit(document, db.sha256) }).catch(ignoreUnlessBug)
  })
  if (opened.sinceSnapshot > 0) caches.schedule()

  const screens = createScreens(audit)
  function fold(operations: Iterable<Operation>): void {
    const { changed, needsRefold } = document.apply(operations)
    if (needsRefold) next(openAgain)
    if (changed.size === 0) return
    screens.noteChange()
    caches.schedule()
  }

  let reading: Promise<void> = Promise.resolve()
  // What one reading misses, the reading after the next change finds.
  const next = (read: () => Promise<void>): void => {
    reading = reading.then(read).catch(ignoreUnlessBug)
  }
  function onChange(change: StreamChange): void {
    if (change.stream === stream && change.source !== 'local') next(() => readNews(change))
  }
  async function readNews(change?: StreamChange): Promise<void> {
    const arrived = change && newsOf(change, position)
    const news = arrived ?? (await readSince(db, stream, position))
    if ('mustReopen' in news && news.mustReopen) return openAgain()
    position = news.position
    fold(news.operations)
    screens.show()
  }
  /** What was shown before no longer counts, behind a sign-off for example: the audit is folded anew, and the screens go on from that. */
  async function openAgain(): Promise<void> {
    const again = await openStream(db, stream, auditKinds)
    position = again.position
    document.restart(again.state)
    audit.value = document.audit
    caches.schedule()
    // What was recorded while it was being folded.
    next(() => readNews())
  }

  const endWatch = db.watch(onChange)
  return {
    document,
    audit,
    damaged: opened.damaged,
    take(recorded) {
      position = positionAfter(position, recorded)
      fold(recorded.operations)
      // Another tab's entries lie between, and nothing may have been heard of them.
      if (position.own < recorded.last) next(() => readNews())
    },
    showTaken: screens.show,
    close() {
      endWatch()
      caches.close()
    },
  }
}

/** The view changes in place: the screens draw it anew when they are told to, and only where something changed. */
function createScreens(audit: ShallowRef<Audit>): { noteChange: () => void; show: () => void } {
  let isDue = false
  return {
    noteChange: () => (isDue = true),
    show() {
      if (isDue) triggerRef(audit)
      isDue = false
    },
  }
}

/** Writes when changes pause, and at once at the end where something is due. */
function scheduleCaches(write: () => void): { schedule: () => void; close: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const writeNow = () => {
    clearTimeout(timer)
    timer = undefined
    write()
  }
  return {
    schedule() {
      clearTimeout(timer)
      timer = setTimeout(writeNow, snapshotAfterMs)
    },
    close() {
      if (timer !== undefined) writeNow()
    },
  }
}
