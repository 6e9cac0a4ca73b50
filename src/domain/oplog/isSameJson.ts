// Whether two JSON values would be written as the same text, keys in the same order, without writing either.

export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [Object.entries(a) as Entries, Object.entries(b) as Entries]
  if (left.length !== right.length) return false
  return left.every(([key, value], index) => {
    const [otherKey, other] = right[index] ?? []
    return key === otherKey && isSameJson(value, other)
  })
}

type Entries = readonly (readonly [string, unknown])[]
