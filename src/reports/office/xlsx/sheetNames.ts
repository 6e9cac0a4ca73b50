// Names of sheets as Excel accepts them: at most 31 characters, none of seven signs, no two alike, none empty.

const longest = 31
const refused = /[[\]:*?/\\\n]/g
/** Excel keeps this one for itself. */
const reserved = 'history'

export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return wanted.map((name, index) => {
    // Neither may stand at an end, where formulas put theirs.
    const plain = name
      .replace(refused, ' ')
      .trim()
      .replace(/^'+|'+$/g, '')
    const base = plain === '' || plain.toLowerCase() === reserved ? `${plain}${String(index + 1)}` : plain
    let unique = cut(base, '')
    for (let copy = 2; taken.has(unique.toLowerCase()); copy += 1) unique = cut(base, ` (${String(copy)})`)
    taken.add(unique.toLowerCase())
    return unique
  })
}

/** Counts as Excel does, in UTF-16 units, and leaves no half of a pair. */
function cut(name: string, ending: string): string {
  return name.slice(0, longest - ending.length).replace(/[\uD800-\uDBFF]$/, '') + ending
}
