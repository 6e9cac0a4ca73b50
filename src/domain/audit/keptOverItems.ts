// Keeps what is computed over the items of an audit until one of them changes: six questions asked of 5,000 media sort their list once.
import type { Audit } from './Audit.ts'

/** By the map of items, which lives as long as the view of the audit does and changes in place. */
type Items = Audit['items']

const revisions = new WeakMap<Items, number>()

/** Called by whoever reads an audit anew: after a change of an item, of an answer about one, of the reconciliation and of the header. */
export function forgetOverItems(items: Items): void {
  revisions.set(items, revisionOf(items) + 1)
}

function revisionOf(items: Items): number {
  return revisions.get(items) ?? 0
}

interface Kept<Key, Value> {
  readonly revision: number
  readonly values: Map<Key, Value>
}

/** The same function, computed anew only after `forgetOverItems`. It may read what that is called for, and nothing else of the audit. */
export function keptOverItems<Key, Value>(
  compute: (audit: Audit, key: Key) => Value,
): (audit: Audit, key: Key) => Value {
  const keptByItems = new WeakMap<Items, Kept<Key, Value>>()
  return (audit, key) => {
    const revision = revisionOf(audit.items)
    const known = keptByItems.get(audit.items)
    const current = known?.revision === revision ? known : { revision, values: new Map<Key, Value>() }
    if (current !== known) keptByItems.set(audit.items, current)
    const value = current.values.get(key) ?? compute(audit, key)
    current.values.set(key, value)
    return value
  }
}
