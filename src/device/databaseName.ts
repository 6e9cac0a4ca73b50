// Which database this tablet works with. A person who begins anew gets another one: the old one stays as it is, for a specialist.

const storageKey = 'genba.database'
const firstName = 'genba'

export function readDatabaseName(): string {
  try {
    const name = localStorage.getItem(storageKey)
    return name !== null && /^genba-\d{1,4}$/.test(name) ? name : firstName
  } catch {
    return firstName
  }
}

/** False where nothing would remember it. */
export function renewDatabaseName(): boolean {
  try {
    const count = Number(/\d+$/.exec(readDatabaseName())?.[0] ?? 1)
    localStorage.setItem(storageKey, `${firstName}-${String(count + 1)}`)
    return true
  } catch {
    return false
  }
}
