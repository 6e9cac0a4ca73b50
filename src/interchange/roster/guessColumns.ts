// Which column of a register is what, guessed from the words of its header. A guess only: a person sees it before anything is imported.
import type { RosterKind } from '../../domain/template/Template.ts'
import { soleRoles, type ColumnRole, type SoleRole } from './ColumnRole.ts'
import { detailWords, headerWords, runningNumberWords } from './headerWords.ts'
import { normaliseHeader, withoutBrackets } from './normaliseHeader.ts'

export interface ColumnGuess {
  /** One a column. */
  readonly roles: readonly ColumnRole[]
  /** How much the row looks like a header; 0 where no word of it is known. */
  readonly score: number
}

const exactly = 100
/** The word with something around it: 「USBメモリ管理番号」. */
const within = 60
const knownDetail = 25
/** A sentence that holds a header's word is no header. */
const mostAround = 8

interface Candidate {
  readonly column: number
  readonly role: SoleRole
  readonly score: number
}

export function guessColumns(roster: RosterKind, headers: readonly string[]): ColumnGuess {
  const words = headers.map(normaliseHeader)
  const candidates = words.flatMap((word, column) =>
    soleRoles.flatMap<Candidate>((role) => {
      const score = wordScore(word, headerWords[roster][role])
      return score > 0 ? [{ column, role, score }] : []
    }),
  )
  const roles = new Map<number, SoleRole>()
  let score = 0
  for (const { column, role, score: each } of candidates.toSorted((a, b) => b.score - a.score || a.column - b.column)) {
    if (roles.has(column) || [...roles.values()].includes(role)) continue
    roles.set(column, role)
    score += each
  }
  const taken = new Set(roles.values())
  const running = words.findIndex((word) => runningNumberWords.includes(word))
  // Without any number of their own, the rows' running numbers tell them apart.
  if (running !== -1 && !roles.has(running) && !taken.has('tag') && !taken.has('serial')) roles.set(running, 'tag')
  return { roles: words.map((word, column) => roles.get(column) ?? otherRole(word)), score: score + detailScore(words) }
}

function otherRole(word: string): ColumnRole {
  return word === '' || runningNumberWords.includes(word) ? 'skip' : 'detail'
}

function wordScore(header: string, words: readonly string[]): number {
  const bare = withoutBrackets(header)
  if (bare === '') return 0
  const scores = words.map((word, index) => {
    if (bare === word) return exactly - index
    const isWithin = word.length > 1 && bare.includes(word) && bare.length <= word.length + mostAround
    return isWithin ? within - index : 0
  })
  return Math.max(0, ...scores)
}

function detailScore(words: readonly string[]): number {
  return words.filter((word) => wordScore(word, detailWords) > 0).length * knownDetail
}
