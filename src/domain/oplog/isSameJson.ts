// Whether two JSON values would be written as the same text, keys in the same order, without writing either.

export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [a as JsonObject, b as JsonObject]
  const [keys, others] = [Object.keys(left), Object.keys(right)]
  return (
    keys.length === others.length &&
    keys.every((key, place) => key === others[place] && isSameJson(left[key], right[key]))
  )
}

type JsonObject = Readonly<Record<string, unknown>>
