// What the log must know of an operation's kind: which entities it writes, which register, and what its body holds.
import type { Parser } from '../parse/Parser.ts'

/** Leads a body one version on: every one that its own version's parser took, undefined for any other. Pure; never throws. */
export type Upcaster = (body: unknown) => unknown

/**
 * What an operation does to the late lane [M14]. `sign-off`: from here on what it did not see waits. `reopening`: nothing waits any more.
 * `placement`: a person decided about one late operation. `issue`, `publication`: nothing, yet they count only if their author had seen
 * everything [M15].
 */
export type Act = 'sign-off' | 'reopening' | 'placement' | 'issue' | 'publication'

export interface KindDefinition<Body> {
  /** The type in front of the entity's id. */
  readonly entity: string
  readonly register: string
  /** Parses a body of the newest version; `upcasters` lead older ones there. */
  readonly parse: Parser<Body>
  /** The first leads version 1 to 2, and so on: the kind's version is one more than there are of them [M13]. */
  readonly upcasters?: readonly Upcaster[]
  /** Part of what a sign-off covers. Never changed once a release has written the kind: the same log would fold to another state. */
  readonly isSealed?: boolean
  readonly act?: Act
}

export type KindTable = Readonly<Record<string, KindDefinition<unknown>>>

/** Undefined for a kind that this release does not know [M9]. */
export function definitionOf(kinds: KindTable, kind: string): KindDefinition<unknown> | undefined {
  return Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
}
