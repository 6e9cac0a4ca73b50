// Text as it is searched: width, case and kind of kana make no difference, ＵＳＢ is usb and ウィルス is うぃるす.

const katakana = /[\u30a1-\u30f6]/g
const fromKatakanaToHiragana = 0x60
/** A character with what combines with it: ｶﾞ is one, as it is one in ガ. */
const cluster = /.(?:\p{Mn}|[\uff9e\uff9f])*/gsu

export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(katakana, (kana) => String.fromCharCode(kana.charCodeAt(0) - fromKatakanaToHiragana))
}

/** The words of a query; all of them must be found. */
export function searchWords(query: string): readonly string[] {
  return [...new Set(foldForSearch(query).split(/\s+/))].filter((word) => word !== '')
}

export interface MarkedPart {
  readonly text: string
  readonly isFound: boolean
}

/** The text in parts, as it is written; what one of the words matches is found. */
export function markWords(text: string, words: readonly string[]): readonly MarkedPart[] {
  const clusters = text.match(cluster) ?? []
  const folded = clusters.map(foldForSearch)
  const found = new Array<boolean>(clusters.length).fill(false)
  const whole = folded.join('')
  for (const word of words) {
    for (let at = whole.indexOf(word); at !== -1; at = whole.indexOf(word, at + word.length)) {
      markRange(folded, found, { from: at, to: at + word.length })
    }
  }
  return joinEqual(clusters, found)
}

/** Marks the clusters that the range of the folded text touches. */
function markRange(folded: readonly string[], found: boolean[], { from, to }: { from: number; to: number }): void {
  let start = 0
  folded.forEach((part, index) => {
    const end = start + part.length
    if (start < to && end > from) found[index] = true
    start = end
  })
}

function joinEqual(clusters: readonly string[], found: readonly boolean[]): readonly MarkedPart[] {
  const parts: { text: string; isFound: boolean }[] = []
  clusters.forEach((text, index) => {
    const isFound = found[index] === true
    const last = parts.at(-1)
    if (last?.isFound === isFound) last.text += text
    else parts.push({ text, isFound })
  })
  return parts
}

/** So many characters around the first found part of a long text; a short one stays whole. */
export function excerptOf(parts: readonly MarkedPart[], around: number): readonly MarkedPart[] {
  const first = parts.findIndex(({ isFound }) => isFound)
  return parts.flatMap((part, index) => {
    const { text } = part
    if (part.isFound || text.length <= around) return [part]
    if (index < first || first === -1) {
      return index === first - 1
        ? [{ ...part, text: `…${text.slice(-around)}` }]
        : first === -1
          ? [cutEnd(part, around * 2)]
          : []
    }
    return [cutEnd(part, around)]
  })
}

function cutEnd(part: MarkedPart, length: number): MarkedPart {
  return part.text.length > length ? { ...part, text: `${part.text.slice(0, length)}…` } : part
}
