// Reads a recorded body as its kind understands it today: bodies of older versions are led up to the newest, step by step [M13].
import { definitionOf, type KindDefinition, type KindTable } from './KindTable.ts'

/** The version of every body whose kind has not changed since it was first written. */
export const firstBodyVersion = 1

/** The newest version that this release reads of a kind; 0 of one that it does not know. */
export function newestVersionOf(kinds: KindTable, kind: string): number {
  const definition = definitionOf(kinds, kind)
  return definition === undefined ? 0 : firstBodyVersion + (definition.upcasters?.length ?? 0)
}

/** Undefined for a newer version, for an erased body, and for one that the kind cannot read: the operation then stays opaque [M9]. */
export function readBody<Body>(definition: KindDefinition<Body>, v: number, body: unknown): Body | undefined {
  const { upcasters } = definition
  if (v === firstBodyVersion && upcasters === undefined) return definition.parse(body)
  const newest = firstBodyVersion + (upcasters?.length ?? 0)
  if (v > newest || body === undefined) return undefined
  const steps = (upcasters ?? []).slice(v - firstBodyVersion)
  return definition.parse(steps.reduce<unknown>((older, step) => step(older), body))
}
