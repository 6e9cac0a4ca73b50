// How a register reads: nothing, one value, or a conflict. Equal values written twice are one value [M7].
import type { DeviceId, Dot, PersonId } from './Dot.ts'
import type { CurrentValue, EntityState } from './StreamState.ts'

/** A value with who wrote it. Equal values collapse into the first in dot order; `dots` names them all. */
export interface RegisterValue<Kind extends string, Bodies extends Record<Kind, unknown>> {
  readonly content: { readonly [K in Kind]: { readonly kind: K; readonly body: Bodies[K] } }[Kind]
  readonly dots: readonly Dot[]
  readonly author: PersonId
  readonly device: DeviceId
  readonly at: string
  readonly offset: number | null
}

/** No value: never written. One: settled. Several: a conflict that a person decides [M7]. */
export interface Register<Kind extends string, Bodies extends Record<Kind, unknown>> {
  readonly values: readonly RegisterValue<Kind, Bodies>[]
  /** What an edit made from this sight supersedes [M4]. */
  readonly dots: readonly Dot[]
}

const emptyRegister = Object.freeze({ values: Object.freeze([]), dots: Object.freeze([]) })

/** Reads a register of an entity; absent entities and registers read as empty. */
export function readRegister<Kind extends string, Bodies extends Record<Kind, unknown>>(
  entity: EntityState | undefined,
  register: string,
): Register<Kind, Bodies> {
  const current = entity?.registers.get(register)
  const first = current?.[0]
  if (current === undefined || first === undefined) return emptyRegister
  // Nearly every register of an audit: nothing to collapse, so nothing to compare.
  if (current.length === 1) {
    const value = asRegisterValue<Kind, Bodies>(first)
    return { values: [value], dots: value.dots }
  }
  const values = new Map<string, RegisterValue<Kind, Bodies>>()
  for (const value of current) {
    const key = value.kind + JSON.stringify(value.body)
    const equal = values.get(key)
    values.set(key, equal ? { ...equal, dots: [...equal.dots, value.dot] } : asRegisterValue(value))
  }
  return { values: [...values.values()], dots: current.map((value) => value.dot) }
}

function asRegisterValue<Kind extends string, Bodies extends Record<Kind, unknown>>(
  value: CurrentValue,
): RegisterValue<Kind, Bodies> {
  // The fold put the value into this register only after the parser of its kind had accepted the body.
  const content = { kind: value.kind, body: value.body } as RegisterValue<Kind, Bodies>['content']
  return { content, dots: [value.dot], author: value.author, device: value.device, at: value.at, offset: value.offset }
}

/** The settled value, or undefined where there is none or a conflict. */
export function settledValue<Kind extends string, Bodies extends Record<Kind, unknown>>(
  register: Register<Kind, Bodies>,
): RegisterValue<Kind, Bodies>['content'] | undefined {
  return register.values.length === 1 ? register.values[0]?.content : undefined
}

export function isInConflict(register: { readonly values: readonly unknown[] }): boolean {
  return register.values.length > 1
}

/** All dots of an entity: what a removal supersedes [M8]. */
export function dotsOf(entity: EntityState | undefined): readonly Dot[] {
  return entity ? [...entity.registers.values()].flatMap((values) => values.map((value) => value.dot)) : []
}
