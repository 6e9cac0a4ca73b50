// Texts that an earlier session left in progress, after a crash or a killed browser, become operations when their audit is opened next.
import type { OpenAudit } from './OpenAudit.ts'
import { auditKinds, type AuditDraft } from '../../domain/audit/auditKinds.ts'
import { isInConflict, readRegister } from '../../domain/oplog/Register.ts'
import type { LocalDatabase } from '../../localdb/LocalDatabase.ts'
import type { DraftContent, DraftKey } from '../../localdb/LocalRows.ts'
import { readDrafts } from '../../localdb/readDrafts.ts'
import { whileNoOtherTab } from '../../device/tabPresence.ts'

/** Does nothing while another tab has the audit open: the text may be in progress there. */
export async function recordLeftDrafts(open: OpenAudit, db: LocalDatabase): Promise<void> {
  await whileNoOtherTab(`genba.audit.${open.stream}`, async () => {
    for (const { key, content } of await readDrafts(db, open.stream)) {
      const draft = content && asDraft(key, content)
      // A text for a conflict settles it, and that a person decides: it waits in its place.
      const isForConflict = isInConflict(readRegister(open.entity(key.entity), key.register))
      if (draft !== undefined && !isForConflict) await open.finishText(key, [draft])
    }
  })
}

function asDraft(key: DraftKey, content: DraftContent): AuditDraft | undefined {
  const definition = Object.entries(auditKinds).find(([kind]) => kind === content.kind)?.[1]
  const body = definition?.parse(content.body)
  if (body === undefined) return undefined
  // The kind's own parser accepted the body, which is what the union of drafts demands.
  return { kind: content.kind, entity: key.entity, supersedes: content.seen, body } as AuditDraft
}
