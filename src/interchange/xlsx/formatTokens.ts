// A number format code cut into what stands in it literally and what is to be filled in.

export type FormatToken =
  /** Shown as it stands: 「USB-」, 年. */
  { readonly type: 'literal'; readonly text: string } | { readonly type: 'code'; readonly text: string }

/** The section that applies to the value: a code may have one each for positive, negative and zero, parted by semicolons. */
export function sectionFor(
  value: number,
  code: string,
): { readonly tokens: readonly FormatToken[]; readonly signed: boolean } {
  const sections = splitSections(code)
  if (value < 0 && sections.length > 1) return { tokens: tokensOf(sections[1] ?? ''), signed: false }
  if (value === 0 && sections.length > 2) return { tokens: tokensOf(sections[2] ?? ''), signed: false }
  return { tokens: tokensOf(sections[0] ?? ''), signed: true }
}

/** A literal, an escaped sign, a pad or fill sign with its partner, a bracket, or a run of one code. */
const pieces = /"([^"]*)"|\\(.)|[_*](.)|\[([^\]]*)\]|(AM\/PM|A\/P|E[+-]|([a-z])\6*|.)/gis

function splitSections(code: string): readonly string[] {
  const sections: string[][] = [[]]
  for (const [piece] of code.matchAll(pieces)) {
    if (piece === ';') sections.push([])
    else sections.at(-1)?.push(piece)
  }
  return sections.map((section) => section.join(''))
}

function tokensOf(section: string): readonly FormatToken[] {
  return [...section.matchAll(pieces)].flatMap<FormatToken>(([, quoted, escaped, padded, bracket, code]) => {
    const literal = quoted ?? escaped
    if (literal !== undefined) return [{ type: 'literal', text: literal }]
    if (padded !== undefined) return []
    if (bracket !== undefined) return bracketTokens(bracket)
    return [{ type: 'code', text: code ?? '' }]
  })
}

/** `[$¥-411]` shows ¥; `[h]` counts hours on beyond 24; colours, conditions and languages show nothing. */
function bracketTokens(bracket: string): readonly FormatToken[] {
  if (bracket.startsWith('$')) return [{ type: 'literal', text: bracket.slice(1).split('-')[0] ?? '' }]
  return /^(?:h+|m+|s+)$/i.test(bracket) ? [{ type: 'code', text: `[${bracket.toLowerCase()}]` }] : []
}
