// Linking a found medium whose label does not tell to the entry of the register that it is.
import type { Audit, RosterItem } from './Audit.ts'
import type { AuditDraft } from './auditKinds.ts'
import { judgeRegistered } from './decideSight.ts'
import { draftFor } from './draftFor.ts'
import { isFoundItem, matchMedia } from './matchMedia.ts'
import { err, ok, type Result } from '../Result.ts'

export type PairRefusal =
  /** Only an object without an entry is linked, and only to an entry of the register that is still there. */
  | 'not-found-object'
  | 'not-an-entry'
  /** Another object is this entry already. */
  | 'entry-taken'

export function decidePair(
  audit: Audit,
  object: RosterItem,
  entry: RosterItem,
): Result<readonly AuditDraft[], PairRefusal> {
  if (!isFoundItem(object)) return err('not-found-object')
  const claimants = matchMedia(audit).claims.get(entry.id)
  if (claimants === undefined) return err('not-an-entry')
  if (claimants.some(({ id }) => id !== object.id)) return err('entry-taken')
  return ok([
    ...draftFor({ entity: object.id, register: object.pairing }, 'medium-paired', { with: entry.id }),
    ...judgeRegistered(audit, object.id, 'conforming'),
  ])
}

export function decideUnpair(audit: Audit, object: RosterItem): readonly AuditDraft[] {
  if (object.pairing.values.length === 0) return []
  return [
    ...draftFor({ entity: object.id, register: object.pairing }, 'medium-paired', { with: null }),
    ...judgeRegistered(audit, object.id, 'nonconforming'),
  ]
}
