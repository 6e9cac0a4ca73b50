// Keeps what is computed over the items of an audit until one of them changes: six questions asked of 5,000 media sort their list once.
import type { Audit } from './Audit.ts'

interface Kept<Key, Value> {
  readonly revision: number
  readonly values: Map<Key, Value>
}

/**
 * The same function, computed anew only when `itemsRevision` has moved on. It may read items, answers about single items, the
 * reconciliation and the header, and nothing else of the audit.
 */
export function keptOverItems<Key, Value>(
  compute: (audit: Audit, key: Key) => Value,
): (audit: Audit, key: Key) => Value {
  // By the map of items, which lives as long as the view of the audit does.
  const kept = new WeakMap<Audit['items'], Kept<Key, Value>>()
  return (audit, key) => {
    const revision = audit.itemsRevision
    const known = kept.get(audit.items)
    const current = known?.revision === revision ? known : { revision, values: new Map<Key, Value>() }
    if (current !== known) kept.set(audit.items, current)
    const value = current.values.get(key) ?? compute(audit, key)
    current.values.set(key, value)
    return value
  }
}
