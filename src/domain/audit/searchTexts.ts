// Looks for words in texts that were made ready once [A9].
import type { SearchText } from './searchableTexts.ts'
import { foldForSearch } from '../text/foldForSearch.ts'

export interface ReadyText {
  readonly source: SearchText
  readonly folded: string
}

export function readyText(source: SearchText): ReadyText {
  return { source, folded: foldForSearch(`${source.number} ${source.title} ${source.text}`) }
}

/** `words` as `searchWords` makes them. A heading alone is no hit: what stands under it must say one of the words itself. */
export function searchTexts(texts: readonly ReadyText[], words: readonly string[]): readonly SearchText[] {
  if (words.length === 0) return []
  return texts
    .filter(({ folded }) => words.every((word) => folded.includes(word)))
    .map(({ source }) => source)
    .filter(
      ({ number, text, title }) =>
        title === '' || words.some((word) => foldForSearch(`${number} ${text}`).includes(word)),
    )
}
