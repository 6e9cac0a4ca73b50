// A state as plain sorted data, so that two folds can be compared whatever order their maps were filled in.
import type { StreamState } from '../../src/domain/oplog/StreamState.ts'

export function stateSnapshot(state: StreamState): unknown {
  const entities = [...state.entities.values()].map((entity) => ({
    id: entity.id,
    registers: [...entity.registers].sort(([a], [b]) => (a < b ? -1 : 1)),
    superseded: [...entity.superseded].sort(),
  }))
  return {
    entities: entities.sort((a, b) => (a.id < b.id ? -1 : 1)),
    opaque: byKey(state.opaque),
    late: byKey(state.late),
    heads: byKey(state.heads),
    kinds: byKey(state.kinds),
    placed: byKey(state.placed),
    signOffs: byKey(state.signOffs).map(([dot, { heads, ...signOff }]) => [dot, { ...signOff, heads: byKey(heads) }]),
  }
}

function byKey<Key extends string, Value>(map: ReadonlyMap<Key, Value>): [Key, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}
