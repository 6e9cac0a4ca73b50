// Keeps the unsent words of an open audit's fields beside its texts in progress.
import type { OpenAudit, TextPlace } from './OpenAudit.ts'
import type { WordsKeeper, WordsPlace } from '../components/base/unsentWords.ts'
import { isEntityId } from '../../domain/oplog/Dot.ts'
import { must } from '../../domain/must.ts'

export function createWordsKeeper(open: Pick<OpenAudit, 'keptText' | 'keepWords'>): WordsKeeper {
  return {
    kept: (place) => open.keptText(textPlaceOf(place)) ?? '',
    keep: (place, words) => void open.keepWords(textPlaceOf(place), words),
  }
}

/** No register has such a name: what is kept there is never taken for a text of the audit. */
function textPlaceOf({ about, field }: WordsPlace): TextPlace {
  return { entity: must(isEntityId(about) ? about : undefined, about), register: `unsent/${field}` }
}
