// What of a section is drawn at once, and what a frame later: a slow tablet answers the tap with the rows around the open one, then draws
// its inside, then the other rows a few at a time. Until its turn a row keeps its place empty.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { afterPaint } from '../../device/afterPaint.ts'
import { whenIdle } from '../../device/whenIdle.ts'
import type { QuestionPlace } from '../../domain/audit/progressOf.ts'

/** Before and behind the open row: what its first frame shows. More of them would be waited for. */
const before = 1
const behind = 3
/** So few that a tap which comes in between waits for no longer than it would for itself. */
const rowsAtATime = 3

interface Shown {
  readonly section: string | undefined
  readonly rows: readonly string[]
  /** The place whose inside is open; undefined while it is folded. */
  readonly open: QuestionPlace | undefined
}

export interface RowsInTurn {
  readonly drawn: Readonly<ShallowRef<ReadonlySet<string>>>
  /** The open place as it is drawn: a frame behind the one asked for, whose row shows at once that it is open. */
  readonly inside: Readonly<ShallowRef<QuestionPlace | undefined>>
}

/** `asked`: the row that the address names. */
export function useRowsInTurn(shown: () => Shown, asked: () => string): RowsInTurn {
  const drawn = shallowRef<ReadonlySet<string>>(new Set())
  const inside = shallowRef<QuestionPlace>()
  let section: string | undefined
  let turn = 0

  async function draw(): Promise<void> {
    const mine = ++turn
    const now = shown()
    const order = byDistance(now.rows, asked())
    const kept = section === now.section ? drawn.value : new Set<string>()
    section = now.section
    drawn.value = new Set([...kept, ...order.slice(0, before + behind + 1)])
    if (inside.value !== now.open && (await isStill(mine))) inside.value = now.open
    let rest = order.filter((id) => !drawn.value.has(id))
    while (rest.length > 0 && (await isIdle(mine))) {
      drawn.value = new Set([...drawn.value, ...rest.slice(0, rowsAtATime)])
      rest = rest.slice(rowsAtATime)
    }
  }

  async function isStill(mine: number): Promise<boolean> {
    await afterPaint()
    return mine === turn
  }

  async function isIdle(mine: number): Promise<boolean> {
    await whenIdle()
    return mine === turn
  }

  watch([() => shown().section, () => shown().rows.join(), () => shown().open, asked], () => void draw(), {
    immediate: true,
  })
  onScopeDispose(() => (turn += 1))
  return { drawn, inside }
}

/** Nearest to the open row first, and of two as near the one that is read next. */
function byDistance(rows: readonly string[], open: string): readonly string[] {
  const at = Math.max(0, rows.indexOf(open))
  const steps = rows.map((id, index) => ({ id, step: index < at ? (at - index) * (behind / before) : index - at }))
  return steps.sort((a, b) => a.step - b.step).map(({ id }) => id)
}
