// What is said of a carried measure and not recorded yet, as text that survives a killed browser.
import { carriedOutcomes, type CarriedOutcome } from '../../../domain/audit/auditVocabulary.ts'
import { oneOf, shape, text } from '../../../domain/parse/Parser.ts'

export interface KeptCheck {
  readonly outcome: CarriedOutcome
  readonly note: string
  /** What was recorded when it was begun: nothing is written over what its author has not seen. */
  readonly seen: string
}

const anyText = text(Number.MAX_SAFE_INTEGER)
const parseKept = shape({ outcome: oneOf(carriedOutcomes), note: anyText, seen: anyText })

export function keptCheckText(check: KeptCheck): string {
  return JSON.stringify(check)
}

/** Undefined where nothing was kept. */
export function readKeptCheck(words: string): KeptCheck | undefined {
  try {
    return parseKept(JSON.parse(words))
  } catch {
    return undefined
  }
}

/** An answer as one text, to tell two of them apart. */
export function checkText(outcome: CarriedOutcome | undefined, note: string): string {
  return outcome === undefined ? '' : `${outcome}\n${note.trim()}`
}
