// Reads and writes what a person chose for this tablet's screens. Unknown or damaged values read as the defaults.

export const languageChoices = ['ja', 'en'] as const
export const themeChoices = ['light', 'dark', 'contrast', 'device'] as const
export const handChoices = ['right', 'left'] as const

export interface Preferences {
  language: (typeof languageChoices)[number]
  theme: (typeof themeChoices)[number]
  hand: (typeof handChoices)[number]
  hasLargeTargets: boolean
  /** After 適合 or 対象外 the next unanswered question opens by itself. */
  opensNext: boolean
  /** Single letters and digits act at the desk; without them, dictating or a slip of the hand sets nothing off. */
  hasSingleKeys: boolean
  /** The three cards that explain how the app works are on the home screen. */
  isTourOpen: boolean
  /** The hint to put the app on the home screen was read and closed. */
  hasReadInstallHint: boolean
}

const storageKey = 'genba.preferences'

export function readPreferences(): Preferences {
  const stored = readStored()
  return {
    language: oneOf(languageChoices, stored['language']) ?? deviceLanguage(),
    theme: oneOf(themeChoices, stored['theme']) ?? 'device',
    hand: oneOf(handChoices, stored['hand']) ?? 'right',
    hasLargeTargets: stored['hasLargeTargets'] === true,
    opensNext: stored['opensNext'] !== false,
    hasSingleKeys: stored['hasSingleKeys'] !== false,
    isTourOpen: stored['isTourOpen'] === true,
    hasReadInstallHint: stored['hasReadInstallHint'] === true,
  }
}

/** A browser that refuses storage keeps the choice until it is closed. */
export function writePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences))
  } catch {
    return
  }
}

function readStored(): Readonly<Record<string, unknown>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof stored === 'object' && stored !== null ? { ...stored } : {}
  } catch {
    return {}
  }
}

function deviceLanguage(): Preferences['language'] {
  return navigator.language.startsWith('ja') ? 'ja' : 'en'
}

function oneOf<const Value>(values: readonly Value[], wanted: unknown): Value | undefined {
  return values.find((value) => value === wanted)
}
