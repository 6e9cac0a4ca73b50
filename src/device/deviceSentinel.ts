// The device's id outside IndexedDB: if the database is gone and this is not, the browser has thrown our data away.

const storageKey = 'genba.device'

export function readDeviceSentinel(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

export function writeDeviceSentinel(device: string): void {
  try {
    localStorage.setItem(storageKey, device)
  } catch {
    return
  }
}
