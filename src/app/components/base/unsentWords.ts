// Words that a button of their own sends, as a reason or a remark: half of them must not be read by others, and none may be lost. They are
// kept on the tablet while they are typed, and stand in their field again after a killed browser.
import { inject, onScopeDispose, ref, watch, type InjectionKey, type Ref } from 'vue'

/** What the words are about, and which field it is. */
export interface WordsPlace {
  /** The id of an entity. */
  readonly about: string
  readonly field: string
}

export interface WordsKeeper {
  /** Empty where nothing was kept. */
  readonly kept: (place: WordsPlace) => string
  /** Empty words are forgotten. */
  readonly keep: (place: WordsPlace, words: string) => void
}

export const wordsKeeperKey: InjectionKey<WordsKeeper> = Symbol('words keeper')

/** A pause in typing after which the words are kept. */
const keepAfterMs = 300

/** The words of a field. Emptied once they are sent or given up. Without a keeper they live as long as the field. */
export function useUnsentWords(place: () => WordsPlace): Ref<string> {
  const keeper = inject(wordsKeeperKey, undefined)
  const keptHere = () => keeper?.kept(place()) ?? ''
  const words = ref(keptHere())
  let timer: ReturnType<typeof setTimeout> | undefined
  let keep: (() => void) | undefined

  function keepNow(): void {
    clearTimeout(timer)
    keep?.()
    keep = undefined
  }

  function note(now: string): void {
    const at = place()
    keep = () => keeper?.keep(at, now)
    clearTimeout(timer)
    if (now === '') keepNow()
    else timer = setTimeout(keepNow, keepAfterMs)
  }

  // At once: a form that is emptied is often gone in the same moment.
  watch(words, note, { flush: 'sync' })
  watch(
    () => `${place().about} ${place().field}`,
    () => {
      keepNow()
      words.value = keptHere()
    },
  )
  onScopeDispose(keepNow)
  return words
}

/** Whether something waits at a place, so that its form stands open. */
export function useHasUnsentWords(): (place: WordsPlace) => boolean {
  const keeper = inject(wordsKeeperKey, undefined)
  return (place) => (keeper?.kept(place) ?? '') !== ''
}
