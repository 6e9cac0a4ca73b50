// The names behind ids, as far as this tablet knows them: what an audit is about, and who wrote in it.
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import { AuditDocument } from '../../domain/audit/AuditDocument.ts'
import { auditKinds } from '../../domain/audit/auditKinds.ts'
import { isStreamId } from '../../domain/oplog/Dot.ts'
import type { LocalDatabase } from '../../localdb/LocalDatabase.ts'
import { openStream } from '../../localdb/openStream.ts'

export interface AuditNames {
  /** Subject and unit; undefined for an audit that is not on this tablet. */
  readonly auditOf: (stream: string) => string | undefined
  /** The beginning of the id where nobody introduced it. */
  readonly personOf: (author: string) => string
}

/** Opening an audit costs a moment; more than these at once are not looked up. */
const mostAudits = 20

export async function readAuditNames(db: LocalDatabase, streams: ReadonlySet<string>): Promise<AuditNames> {
  const audits = new Map<string, string>()
  const people = new Map<string, string>()
  for (const stream of [...streams].slice(0, mostAudits)) {
    if (!isStreamId(stream)) continue
    try {
      const { audit } = new AuditDocument((await openStream(db, stream, auditKinds)).state)
      const subject = audit.header.subject.values[0]?.content.body.subject
      const unit = audit.header.unit.values[0]?.content.body.unit
      if (subject !== undefined) audits.set(stream, [subject, unit].filter(Boolean).join(' ・ '))
      for (const [id, name] of audit.people) people.set(id, name)
    } catch (error) {
      ignoreUnlessBug(error)
    }
  }
  return {
    auditOf: (stream) => audits.get(stream),
    personOf: (author) => people.get(author) ?? author.slice(0, 6),
  }
}
