// How much room this site has on the tablet, and whether the browser may clear it away.

export interface StorageState {
  /** Bytes; null where the browser does not tell. */
  readonly usedBytes: number | null
  readonly freeBytes: number | null
  /** True when the browser has promised not to clear it by itself. */
  readonly isPersisted: boolean
}

export async function readStorageState(): Promise<StorageState> {
  if (!('storage' in navigator)) return { usedBytes: null, freeBytes: null, isPersisted: false }
  const [{ usage, quota }, isPersisted] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ])
  const freeBytes = usage === undefined || quota === undefined ? null : Math.max(0, quota - usage)
  return { usedBytes: usage ?? null, freeBytes, isPersisted }
}

/** Asks for the promise. Some browsers ask the person, so call it when something worth keeping arrives. True when granted. */
export async function persistStorage(): Promise<boolean> {
  if (!('storage' in navigator)) return false
  return (await navigator.storage.persisted()) || (await navigator.storage.persist())
}
