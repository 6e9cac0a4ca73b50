// Brings an earlier version back: writes it again in the place of what stands now. Both stay in the history.
import { useI18n } from 'vue-i18n'
import type { OpenAudit } from './OpenAudit.ts'
import { contentOf, registerOf } from '../components/history/contentOf.ts'
import type { AuditDraft } from '../../domain/audit/auditKinds.ts'
import type { Operation } from '../../domain/oplog/Operation.ts'
import { readRegister } from '../../domain/oplog/Register.ts'

export function useRestoreVersion(open: OpenAudit): (operation: Operation) => void {
  const { t } = useI18n()
  return (operation) => void open.record(() => decideWriteAgain(open, operation), t('history.restored'))
}

function decideWriteAgain(open: OpenAudit, operation: Operation): readonly AuditDraft[] {
  const content = contentOf(operation)
  const register = registerOf(operation)
  if (content === undefined || register === undefined) return []
  const { dots } = readRegister(open.entity(operation.entity), register)
  return [{ ...content, entity: operation.entity, supersedes: dots }]
}
