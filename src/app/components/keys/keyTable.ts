// Every key at the desk, what it does and where it works: the one table behind the keys and the sheet that lists them.

export type KeyDeed =
  | 'conforming'
  | 'nonconforming'
  | 'partial'
  | 'not-applicable'
  | 'next'
  | 'previous'
  | 'nextUnanswered'
  | 'note'
  | 'attach'
  | 'finding'
  | 'search'
  | 'undo'
  | 'confirm'
  | 'close'
  | 'keys'

export interface KeyEntry {
  readonly deed: KeyDeed
  /** As `KeyboardEvent.key` gives it, letters small. */
  readonly key: string
  readonly group: 'answer' | 'move' | 'row' | 'always'
  /** With Ctrl, or with ⌘. */
  readonly isWithControl?: boolean
  /** Also while a text is typed. Undo is not: there it belongs to the text. */
  readonly isInText?: boolean
  /** Held down it goes on. */
  readonly mayRepeat?: boolean
}

export const keyTable: readonly KeyEntry[] = [
  { deed: 'conforming', key: '1', group: 'answer' },
  { deed: 'nonconforming', key: '2', group: 'answer' },
  { deed: 'partial', key: '3', group: 'answer' },
  { deed: 'not-applicable', key: '4', group: 'answer' },
  { deed: 'next', key: 'j', group: 'move', mayRepeat: true },
  { deed: 'previous', key: 'k', group: 'move', mayRepeat: true },
  { deed: 'nextUnanswered', key: 'n', group: 'move' },
  { deed: 'note', key: 'e', group: 'row' },
  { deed: 'attach', key: 'p', group: 'row' },
  { deed: 'finding', key: 'f', group: 'row' },
  { deed: 'search', key: '/', group: 'always' },
  { deed: 'undo', key: 'z', group: 'always', isWithControl: true },
  { deed: 'confirm', key: 'Enter', group: 'always', isWithControl: true, isInText: true },
  { deed: 'close', key: 'Escape', group: 'always', isInText: true },
  { deed: 'keys', key: '?', group: 'always' },
]

/** One character without a control key: what speech input and a slip of the hand set off, and what can be turned off. */
export function isSingleCharacter({ key, isWithControl }: KeyEntry): boolean {
  return isWithControl !== true && key.length === 1
}

export interface KeyPress {
  readonly key: string
  readonly hasControl: boolean
  readonly hasShift: boolean
  readonly hasAlt: boolean
  readonly isRepeated: boolean
  /** An input method is still making the text. */
  readonly isComposing: boolean
  readonly isInText: boolean
}

/** What a press means; undefined where it means nothing here. */
export function deedOf(press: KeyPress, hasSingleKeys: boolean): KeyDeed | undefined {
  if (press.isComposing || press.hasAlt) return undefined
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  const entry = keyTable.find((each) => each.key === key && (each.isWithControl ?? false) === press.hasControl)
  if (entry === undefined) return undefined
  // '?' and '/' stand on shifted keys of many keyboards; a shifted letter is another key.
  if (press.hasShift && !['?', '/'].includes(entry.key)) return undefined
  if (press.isInText && entry.isInText !== true) return undefined
  if (press.isRepeated && entry.mayRepeat !== true) return undefined
  if (isSingleCharacter(entry) && !hasSingleKeys) return undefined
  return entry.deed
}
