// One tab of this browser leads. A Web Lock decides, and passes on by itself when its tab closes or crashes.

export interface TabLeadership {
  lead(onLead: () => void): () => void
}

export function createLeadership(lockName: string): TabLeadership {
  return { lead: (onLead) => lead(lockName, onLead) }
}

function lead(lockName: string, onLead: () => void): () => void {
  // Without Web Locks every tab leads: twice the traffic, and the server tells duplicates apart.
  if (!('locks' in navigator)) {
    onLead()
    return () => undefined
  }
  const abort = new AbortController()
  let release: (() => void) | undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  navigator.locks
    .request(lockName, { signal: abort.signal }, () => {
      onLead()
      return held
    })
    .catch((error: unknown) => {
      // Given up before it was our turn.
      if (!abort.signal.aborted) throw error
    })
  return () => {
    abort.abort()
    release?.()
  }
}
