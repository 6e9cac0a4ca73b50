// The forms in which kinds are defined. Which form a kind has never changes once a release has written it.
import type { Act, KindDefinition, Upcaster } from './KindTable.ts'
import type { Parser } from '../parse/Parser.ts'

/** What goes on after a sign-off: the follow-up, and the acts themselves. */
export function open<Body>(entity: string, register: string, parse: Parser<Body>): KindDefinition<Body> {
  return Object.freeze({ entity, register, parse })
}

/** What a sign-off covers: written without having seen it, it waits for a person [M14]. */
export function sealed<Body>(entity: string, register: string, parse: Parser<Body>): KindDefinition<Body> {
  return Object.freeze({ entity, register, parse, isSealed: true })
}

/** A kind whose body has left its first form behind [M13]. */
export function grown<Body>(definition: KindDefinition<Body>, upcasters: readonly Upcaster[]): KindDefinition<Body> {
  return Object.freeze({ ...definition, upcasters })
}

export function act<Body>(
  name: Act,
  at: { readonly entity: string; readonly register: string },
  parse: Parser<Body>,
): KindDefinition<Body> {
  return Object.freeze({ ...at, parse, act: name })
}
