// Whether a stream is an audit that was signed off and not taken up again. Reads the state alone, without making a view of all of it.
import type { AuditBodies } from './auditKinds.ts'
import { auditEntity } from './entityIds.ts'
import { readRegister, settledValue } from '../oplog/Register.ts'
import type { StreamState } from '../oplog/StreamState.ts'

/** False while two people disagree about it. */
export function isSignedOff(state: StreamState): boolean {
  const register = readRegister<'audit-signed-off' | 'audit-reopened', AuditBodies>(
    state.entities.get(auditEntity),
    'sign-off',
  )
  return settledValue(register)?.kind === 'audit-signed-off'
}
