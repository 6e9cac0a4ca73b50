// Whoever records in an audit is introduced in it once by name, so that headers hold an id alone and a name can be erased.
import type { AuditBodies, AuditDraft } from './auditKinds.ts'
import { draftFor } from './draftFor.ts'
import { personEntity } from './entityIds.ts'
import type { PersonId } from '../oplog/Dot.ts'
import { readRegister } from '../oplog/Register.ts'
import type { StreamState } from '../oplog/StreamState.ts'

export function decideIntroduce(
  state: StreamState,
  person: { readonly id: PersonId; readonly name: string },
): readonly AuditDraft[] {
  const entity = personEntity(person.id)
  const register = readRegister<'person-introduced', AuditBodies>(state.entities.get(entity), 'name')
  return draftFor({ entity, register }, 'person-introduced', { name: person.name })
}
