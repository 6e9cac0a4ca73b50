// One audit open in the page, recorded into as the screens do it: decide on what is seen, record, then fold what was recorded.
import { AuditDocument } from '../../../src/domain/audit/AuditDocument.ts'
import type { Audit } from '../../../src/domain/audit/Audit.ts'
import { auditKinds, type AuditDraft } from '../../../src/domain/audit/auditKinds.ts'
import { decideIntroduce } from '../../../src/domain/audit/decideIntroduce.ts'
import type { DeviceId, PersonId, StreamId } from '../../../src/domain/oplog/Dot.ts'
import type { Operation } from '../../../src/domain/oplog/Operation.ts'
import { randomId } from '../../../src/device/randomId.ts'
import type { LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { benchAuthor } from '../generateAudits.ts'

const person = { id: benchAuthor as PersonId, name: '監査　花子' }

export interface BenchRecorder {
  readonly document: AuditDocument
  /** Resolves when it is saved and folded: from here on the screen says 保存済み. */
  readonly record: (decide: (audit: Audit) => readonly AuditDraft[]) => Promise<readonly Operation[]>
}

export async function openRecorder(db: LocalDatabase, device: DeviceId, stream: StreamId): Promise<BenchRecorder> {
  const { state } = await openStream(db, stream, auditKinds)
  const document = new AuditDocument(state)
  return {
    document,
    async record(decide) {
      const drafts = [...decideIntroduce(document.state, person), ...decide(document.audit)]
      const recorded = await recordOperations(db, {
        source: 'local',
        stream,
        drafts,
        context: { device, author: person.id, at: new Date().toISOString(), offset: null, salt: randomId },
      })
      document.apply(recorded.operations)
      return recorded.operations
    },
  }
}
