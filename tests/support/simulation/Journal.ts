// What the people remember: every entry they tried to save, and what the screen told them about it. It never looks into a database.
import type { OperationDraft } from '../../../src/domain/oplog/Operation.ts'
import type { DraftKey } from '../../../src/localdb/LocalRows.ts'
import type { StreamId } from '../../../src/domain/oplog/Dot.ts'

/** One press on a button. The author names it: every operation of it carries it through every copy and encoding. */
export interface Attempt {
  readonly author: string
  readonly tablet: string
  readonly stream: StreamId
  drafts: readonly OperationDraft[]
  /** `open`: the tablet died before it said anything, so either is right. */
  outcome: 'open' | 'saved' | 'refused'
  /** Nothing in the world held it any more after storage was cleared or an old backup restored: to be missed without blame. */
  isLost: boolean
  /** How many copies were made of tablets that held it: each may write it once more under its own name. */
  copies: number
}

/** A text that somebody is typing at one place of one tablet. */
export interface Typed {
  readonly tablet: string
  readonly key: DraftKey
  /** What may be there: the last text that was called saved, and those nobody heard of again; null for none. */
  possible: Set<string | null>
  /** The entry that the text became, if it did so: then, and only then, the text is gone. */
  entry: Attempt | undefined
}

export class Journal {
  readonly typed = new Map<string, Typed>()
  readonly attempts = new Map<string, Attempt>()
  /** The server was restored at least once. */
  hasRestores = false

  begin(tablet: string, stream: StreamId): Attempt {
    const author = `a${this.attempts.size + 1}`
    const attempt: Attempt = { author, tablet, stream, drafts: [], outcome: 'open', isLost: false, copies: 0 }
    this.attempts.set(author, attempt)
    return attempt
  }

  typedAt(tablet: string, key: DraftKey): Typed {
    const name = `${tablet} ${key.stream} ${key.entity}`
    const known = this.typed.get(name) ?? { tablet, key, possible: new Set([null]), entry: undefined }
    this.typed.set(name, known)
    return known
  }

  /** The tablet lost everything. */
  forgetTyped(tablet: string): void {
    for (const [name, typed] of this.typed) if (typed.tablet === tablet) this.typed.delete(name)
  }

  copyTyped(from: string, to: string): void {
    for (const typed of [...this.typed.values()].filter(({ tablet }) => tablet === from)) {
      const copy = this.typedAt(to, typed.key)
      copy.possible = new Set(typed.possible)
      copy.entry = typed.entry
    }
  }

  get saved(): Attempt[] {
    return [...this.attempts.values()].filter(({ outcome }) => outcome === 'saved')
  }
}
