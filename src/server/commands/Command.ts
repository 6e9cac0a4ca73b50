// One command of the `genba` program: says what it did or why it did not, and how the process ends.
import type { ServerConfig } from '../config.ts'
import type { Words } from './Words.ts'

export interface CommandContext {
  readonly config: ServerConfig
  readonly words: Words
  /** Standard output: what the person asked for. */
  readonly print: (text: string) => void
  /** Standard error: why it was not done. */
  readonly complain: (text: string) => void
  /** A path as the person typed it, from where they typed it. */
  readonly resolvePath: (path: string) => string
  readonly now: () => Date
  readonly randomId: () => string
}

/** 0: done. 1: not done, for a reason that was printed. 2: not understood. */
export type ExitCode = 0 | 1 | 2

export interface CommandArguments {
  /** Without the command's own name. */
  readonly positionals: readonly string[]
  readonly isSure: boolean
}

export type Command = (context: CommandContext, given: CommandArguments) => Promise<ExitCode>
