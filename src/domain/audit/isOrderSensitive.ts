// Kinds whose meaning depends on having seen everything: the server takes them only if they had [M15], and a run ends with one.
import { auditKinds } from './auditKinds.ts'
import { definitionOf } from '../oplog/KindTable.ts'

/** Also of kind names that come from outside. */
export function isOrderSensitive(kind: string): boolean {
  const act = definitionOf(auditKinds, kind)?.act
  return act !== undefined && act !== 'placement'
}
