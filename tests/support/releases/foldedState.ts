// A folded state as a golden file holds it: what was recorded and what counts, by dots. Parsed bodies are left out: how a later
// release reads them is its own affair, which operations count is not.
import type { StreamState } from '../../../src/domain/oplog/StreamState.ts'

export function foldedState(state: StreamState): unknown {
  return {
    entities: sorted(state.entities, ({ registers, superseded }) => ({
      registers: sorted(registers, (values) =>
        values.map(({ dot, kind, v, recorded, author, at, offset }) => ({
          dot,
          kind,
          v,
          recorded,
          author,
          at,
          offset,
        })),
      ),
      superseded: [...superseded].sort(),
    })),
    late: sorted(state.late, ({ kind, entity, body }) => ({ kind, entity, body })),
    placed: sorted(state.placed, (placement) => placement),
    signOffs: sorted(state.signOffs, ({ entity, heads }) => ({ entity, heads: sorted(heads, (n) => n) })),
    heads: sorted(state.heads, (n) => n),
    opaque: sorted(state.opaque, ({ kind, entity }) => ({ kind, entity })),
  }
}

function sorted<Value>(map: ReadonlyMap<string, Value>, view: (value: Value) => unknown): Record<string, unknown> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, view(value)]))
}
