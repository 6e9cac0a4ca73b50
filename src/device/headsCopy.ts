// How far this tablet had written in each audit, outside IndexedDB: after a loss it tells how much is missing. Ids and numbers only.

const storageKey = 'genba.written'

export interface HeadsCopy {
  readonly device: string
  /** Stream → n of this tablet's last operation. */
  readonly heads: ReadonlyMap<string, number>
}

/** Undefined where there is none, or the browser keeps nothing. */
export function readHeadsCopy(): HeadsCopy | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null')
    if (typeof stored !== 'object' || stored === null || !('device' in stored) || !('heads' in stored)) return undefined
    const { device, heads } = stored
    if (typeof device !== 'string' || typeof heads !== 'object' || heads === null) return undefined
    const known = Object.entries(heads).filter((entry): entry is [string, number] => Number.isSafeInteger(entry[1]))
    return { device, heads: new Map(known) }
  } catch {
    return undefined
  }
}

export function writeHeadsCopy({ device, heads }: HeadsCopy): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ device, heads: Object.fromEntries(heads) }))
  } catch {
    // Full, or switched off: after a loss the server's figure stands alone, and nothing else changes.
    return
  }
}
