// Opens a new audit: its first operations found its stream. Works without network like every other save.
import { useAppServices } from './appServices.ts'
import { usePerson } from './usePerson.ts'
import { decideIntroduce } from '../../domain/audit/decideIntroduce.ts'
import type { AuditDraft } from '../../domain/audit/auditKinds.ts'
import type { StreamId } from '../../domain/oplog/Dot.ts'
import { emptyStreamState } from '../../domain/oplog/StreamState.ts'
import { recordOperations } from '../../localdb/recordOperations.ts'

/** Resolves with the new stream once it is saved; rejects with `LocalDatabaseError`, and then nothing is. */
export function useCreateAudit(): (drafts: readonly AuditDraft[]) => Promise<StreamId> {
  const services = useAppServices()
  const { person } = usePerson()
  return async (drafts) => {
    const stream = `audit-${services.randomId()}` as StreamId
    const author = person()
    await recordOperations(services.db, {
      source: 'local',
      stream,
      drafts: [...decideIntroduce(emptyStreamState(), author), ...drafts],
      context: {
        device: services.device,
        author: author.id,
        at: services.now().toISOString(),
        offset: services.clockOffset(),
        salt: services.randomId,
      },
    })
    return stream
  }
}
