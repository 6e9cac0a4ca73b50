// Where two texts differ, in runs long enough to be read: what a conflict underlines. Never decides which text is right.

export interface DiffRun {
  readonly text: string
  readonly isDifferent: boolean
}

export interface TextDiff {
  readonly left: readonly DiffRun[]
  readonly right: readonly DiffRun[]
}

interface Step {
  readonly left: string
  readonly right: string
  readonly isDifferent: boolean
}

/** Above this many cells the table of the comparison would stall a tablet: the whole middle then counts as different. */
const mostCells = 4_000_000

/** Numbers, Latin words and katakana words stay whole, so that 14日 against 15日 marks the number and not half of it. */
const TOKEN = /[0-9０-９]+|[A-Za-zＡ-Ｚａ-ｚ]+|[\p{Script=Katakana}ー]+|\s+|\p{M}|./gsu

/** The runs of each side joined give its text back unchanged. */
export function diffTexts(left: string, right: string): TextDiff {
  const steps = readable(alignTokens(tokensOf(left), tokensOf(right)))
  return { left: runsOf(steps, 'left'), right: runsOf(steps, 'right') }
}

function tokensOf(text: string): readonly string[] {
  return text.match(TOKEN) ?? []
}

/** Equal and different stretches in turn, in reading order. */
function alignTokens(left: readonly string[], right: readonly string[]): readonly Step[] {
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1
  let end = 0
  const most = Math.min(left.length, right.length) - start
  while (end < most && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1
  const steps: Step[] = []
  push(steps, left.slice(0, start), left.slice(0, start), false)
  alignMiddle(left.slice(start, left.length - end), right.slice(start, right.length - end), steps)
  push(steps, left.slice(left.length - end), left.slice(left.length - end), false)
  return steps
}

/** The longest common subsequence by its table of lengths, read from the top. */
function alignMiddle(left: readonly string[], right: readonly string[], steps: Step[]): void {
  const width = right.length + 1
  if (left.length * right.length > mostCells) {
    push(steps, left, right, true)
    return
  }
  const lengths = new Uint16Array((left.length + 1) * width)
  const lengthAt = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        left[i] === right[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1))
    }
  }
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    const isEqual = i < left.length && j < right.length && left[i] === right[j]
    const takesLeft = isEqual || (i < left.length && (j >= right.length || lengthAt(i + 1, j) >= lengthAt(i, j + 1)))
    const takesRight = isEqual || !takesLeft
    push(steps, takesLeft ? left.slice(i, i + 1) : [], takesRight ? right.slice(j, j + 1) : [], !isEqual)
    i += takesLeft ? 1 : 0
    j += takesRight ? 1 : 0
  }
}

/** Appends to the last step where it is of the same sort. */
function push(steps: Step[], left: readonly string[], right: readonly string[], isDifferent: boolean): void {
  if (left.length === 0 && right.length === 0) return
  const last = steps.at(-1)
  const joined = { left: left.join(''), right: right.join(''), isDifferent }
  if (last?.isDifferent !== isDifferent) steps.push(joined)
  else steps.splice(-1, 1, { ...joined, left: last.left + joined.left, right: last.right + joined.right })
}

/**
 * A few equal characters between longer differences are chance, not meaning: 「を実施した」 against 「に記載した」 share を and
 * した. They join the difference around them, so that a person reads phrases and not speckles.
 */
function readable(steps: readonly Step[]): readonly Step[] {
  const kept: Step[] = []
  steps.forEach((step, index) => {
    const before = steps[index - 1]
    const after = steps[index + 1]
    const isChance =
      !step.isDifferent &&
      before !== undefined &&
      after !== undefined &&
      step.left.length <= Math.min(longestSide(before), longestSide(after))
    push(kept, [step.left], [step.right], step.isDifferent || isChance)
  })
  return kept
}

function longestSide(step: Step): number {
  return Math.max(step.left.length, step.right.length)
}

function runsOf(steps: readonly Step[], side: 'left' | 'right'): readonly DiffRun[] {
  return steps.flatMap((step) => (step[side] === '' ? [] : [{ text: step[side], isDifferent: step.isDifferent }]))
}
