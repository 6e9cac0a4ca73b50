// Which audit was opened last on this tablet. Only an id; losing it costs one tap.

const storageKey = 'genba.lastAudit'

export function readLastAudit(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

export function writeLastAudit(stream: string): void {
  try {
    localStorage.setItem(storageKey, stream)
  } catch {
    return
  }
}
