// Where the journals of this browser's pages lie: localStorage, which answers at once and lives on when IndexedDB dies. The browser
// writes it to the disk some seconds later, so a journal survives a reload and a crash of the page, not surely a loss of power.

const prefix = 'genba.journal.'

export interface StoredJournal {
  readonly name: string
  readonly text: string
}

export interface PageJournal {
  readonly id: string
  readonly write: (text: string) => void
  /** The last writing was taken in, or there was none. */
  readonly isKept: () => boolean
}

export function createPageJournal(id: string): PageJournal {
  let isKept = true
  return {
    id,
    write(text) {
      try {
        localStorage.setItem(prefix + id, text)
        isKept = true
      } catch {
        // Full, or switched off: the words stay on the screen, and the page is not loaded anew by itself.
        isKept = false
      }
    },
    isKept: () => isKept,
  }
}

export function listJournals(): readonly StoredJournal[] {
  try {
    const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
    return names.flatMap((name) => {
      const text = name.startsWith(prefix) ? localStorage.getItem(name) : null
      return text === null ? [] : [{ name, text }]
    })
  } catch {
    return []
  }
}

/** Only if it still says what was taken in: the page that writes it may be open. */
export function removeJournal({ name, text }: StoredJournal): void {
  if (localStorage.getItem(name) === text) localStorage.removeItem(name)
}
