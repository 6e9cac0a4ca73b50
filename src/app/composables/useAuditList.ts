// The audits on this tablet for the home screen: from their kept summaries, reading the log only where one is out of date.
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { useAppServices, type AppServices } from './appServices.ts'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import { afterPaint } from '../../device/afterPaint.ts'
import { AuditDocument } from '../../domain/audit/AuditDocument.ts'
import { auditKinds } from '../../domain/audit/auditKinds.ts'
import { parseAuditSummary, type AuditSummary } from '../../domain/audit/AuditSummary.ts'
import { summariseAudit } from '../../domain/audit/summariseAudit.ts'
import type { StreamId } from '../../domain/oplog/Dot.ts'
import type { LocalDatabase } from '../../localdb/LocalDatabase.ts'
import { openStream } from '../../localdb/openStream.ts'
import { readSummaries, type ReadSummary } from '../../localdb/readSummaries.ts'
import { saveSnapshot } from '../../localdb/saveSnapshot.ts'
import { saveSummary } from '../../localdb/saveSummary.ts'

export interface ListedAudit {
  readonly stream: StreamId
  readonly summary: AuditSummary
}

/** From here on reading operations again costs more than a snapshot. */
const manyOperations = 200

/** A first sync brings many pages a second: the list is read again when they pause. */
const readAgainAfterMs = 250

/** What a screen of this tab has read last. */
const lastLists = new WeakMap<LocalDatabase, readonly ListedAudit[]>()

/**
 * Undefined until the list was read once. `startsWithLast`: what another screen has read stands there until then, for screens that draw
 * so much of it that they would be seen to wait.
 */
export function useAuditList({ startsWithLast = false } = {}): Readonly<
  ShallowRef<readonly ListedAudit[] | undefined>
> {
  const services = useAppServices()
  const { db } = services
  const audits = shallowRef(startsWithLast ? lastLists.get(db) : undefined)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn: Promise<void> = Promise.resolve()
  // What cannot be read now is read after the next change; until then the last list stays.
  const read = () => (turn = turn.then(readList).catch(ignoreUnlessBug))
  const readList = async () => {
    audits.value = await listAudits(services)
    lastLists.set(db, audits.value)
    void afterPaint().then(services.firstScreen.stands)
  }
  const endWatch = db.watch(() => {
    clearTimeout(timer)
    timer = setTimeout(() => void read(), readAgainAfterMs)
  })
  onScopeDispose(() => {
    endWatch()
    clearTimeout(timer)
  })
  // What stands there already is drawn first.
  if (audits.value === undefined) void read()
  else void afterPaint().then(read)
  return audits
}

async function listAudits(services: AppServices): Promise<readonly ListedAudit[]> {
  const listed: ListedAudit[] = []
  for (const read of await readSummaries(services.db)) {
    if (!read.stream.startsWith('audit-')) continue
    const summary = await currentSummary(services, read)
    if (summary !== undefined) listed.push({ stream: read.stream, summary })
  }
  return listed
}

async function currentSummary({ db }: AppServices, read: ReadSummary): Promise<AuditSummary | undefined> {
  const kept = read.isCurrent ? parseAuditSummary(read.summary) : undefined
  if (kept !== undefined) return kept
  const { state, position, sinceSnapshot } = await openStream(db, read.stream, auditKinds)
  if (state.entities.size === 0) return undefined
  // It is folded anyhow: kept, it spares the opening of the audit the same work.
  if (sinceSnapshot > manyOperations)
    await saveSnapshot(db, { stream: read.stream, position, state }).catch(ignoreUnlessBug)
  const summary = summariseAudit(new AuditDocument(state), db.sha256)
  await saveSummary(db, { stream: read.stream, position, summary }).catch(ignoreUnlessBug)
  return summary
}
