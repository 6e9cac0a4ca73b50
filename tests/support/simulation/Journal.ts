// What the people remember: every entry they tried to save, and what the screen told them about it. It never looks into a database.
import type { OperationDraft } from '../../../src/domain/oplog/Operation.ts'
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
  /** How many copies of a tablet were made while it was in the outbox: each may write it once more under its own name. */
  copies: number
}

export class Journal {
  readonly attempts = new Map<string, Attempt>()

  begin(tablet: string, stream: StreamId): Attempt {
    const author = `a${this.attempts.size + 1}`
    const attempt: Attempt = { author, tablet, stream, drafts: [], outcome: 'open', isLost: false, copies: 0 }
    this.attempts.set(author, attempt)
    return attempt
  }

  get saved(): Attempt[] {
    return [...this.attempts.values()].filter(({ outcome }) => outcome === 'saved')
  }
}
