// The draft from which 両方をまとめて編集 starts: everything that the texts say, once. It cuts between lines or sentences only,
// so that what was written together stays together; a person makes one text of it.

/** Behind a sentence's end mark. An English full stop ends one only before a space: 6.4 and No.5 stay whole. */
const SENTENCE_END = /(?<=[。！？][」』）]*)(?![。！？」』）])|(?<=[.!?])\s+/u
const END_MARK = /[。！？.!?」』）]\s*$/u

/** In the order of the first text; where two texts differ, what the earlier one says stands first. */
export function mergeTexts(texts: readonly string[]): string {
  const cut = texts.some((text) => text.trim().includes('\n')) ? linesOf : sentencesOf
  const [first = [], ...others] = texts.map(cut)
  return joined(others.reduce(mergeTwo, first))
}

function mergeTwo(ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const merged: string[] = []
  const ownToThem: string[] = []
  let at = 0
  for (const unit of theirs) {
    if (!ours.includes(unit)) {
      ownToThem.push(unit)
      continue
    }
    const anchor = ours.indexOf(unit, at)
    // Said by us further up: it is there already.
    if (anchor === -1) continue
    merged.push(...ours.slice(at, anchor), ...ownToThem.splice(0), unit)
    at = anchor + 1
  }
  return [...merged, ...ours.slice(at), ...ownToThem]
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
}

function sentencesOf(text: string): readonly string[] {
  return text
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

function joined(units: readonly string[]): string {
  return units
    .reduce((text, unit) => {
      if (text === '' || text.endsWith('\n')) return text + unit
      // Without an end mark two phrases would read as one word: each gets its own line.
      if (!END_MARK.test(text)) return `${text}\n${unit}`
      return text + (/[.!?]$/.test(text) ? ' ' : '') + unit
    }, '')
    .trimEnd()
}
