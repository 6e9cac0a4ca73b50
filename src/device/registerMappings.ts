// Remembers on this tablet how the columns of a form of register were assigned. Keys are hashes: no header stands in clear.

const storageKey = 'genba.registers'
/** Forms of registers that one office meets in a year or two; the oldest is forgotten first. */
const mostForms = 60

/** The roles of the columns, as they were written; undefined for a form that was not met before. */
export function readRegisterMapping(form: string): readonly string[] | undefined {
  const roles = readAll().find(([known]) => known === form)?.[1]
  return roles?.split(' ')
}

/** A browser that refuses storage forgets; the guess then has to do. */
export function writeRegisterMapping(form: string, roles: readonly string[]): void {
  const others = readAll().filter(([known]) => known !== form)
  try {
    localStorage.setItem(storageKey, JSON.stringify([...others, [form, roles.join(' ')]].slice(-mostForms)))
  } catch {
    return
  }
}

function readAll(): readonly (readonly [form: string, roles: string])[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(stored) ? stored.flatMap(entryOf) : []
  } catch {
    return []
  }
}

function entryOf(stored: unknown): readonly [string, string][] {
  const [form, roles] = Array.isArray(stored) ? (stored as readonly unknown[]) : []
  return typeof form === 'string' && typeof roles === 'string' ? [[form, roles]] : []
}
