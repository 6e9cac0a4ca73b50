// The copy of the device id outside IndexedDB, by which a thrown-away database is noticed. Only an id, nothing to read in it.

const storageKey = 'genba.device'

/** Null where there is none or the browser keeps nothing. */
export function readSentinelCopy(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

export function writeSentinelCopy(device: string): void {
  try {
    localStorage.setItem(storageKey, device)
  } catch {
    // Storage switched off: then a loss cannot be noticed, and nothing else changes.
    return
  }
}

/** Where a person begins anew: the empty database that follows is no loss. */
export function removeSentinelCopy(): void {
  try {
    localStorage.removeItem(storageKey)
  } catch {
    return
  }
}
