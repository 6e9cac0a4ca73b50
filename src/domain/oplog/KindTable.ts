// What the log must know of an operation's kind: which entities it writes, which register, and what its body holds.
import type { Parser } from '../parse/Parser.ts'

export interface KindDefinition<Body> {
  /** The type in front of the entity's id. */
  readonly entity: string
  readonly register: string
  /** Parses a body of the newest version; `upcasters` lead older ones there. */
  readonly parse: Parser<Body>
}

export type KindTable = Readonly<Record<string, KindDefinition<unknown>>>
