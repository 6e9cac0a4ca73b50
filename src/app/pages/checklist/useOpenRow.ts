// Brings the open row into view and the focus into it, after an answer has moved on to the next question.
import { nextTick, onMounted, watch, type Ref } from 'vue'

/** `work` is the scrolling box; rows in it carry `data-question`. */
export function useOpenRow(work: Readonly<Ref<HTMLElement | null>>, openId: () => string) {
  let movesFocus = false

  async function show(isFirst: boolean): Promise<void> {
    await nextTick()
    const box = work.value
    const row = box?.querySelector<HTMLElement>(`[data-question="${CSS.escape(openId())}"]`)
    if (!box || !row) return
    if (movesFocus) focusAnswer(row)
    movesFocus = false
    const inside = row.getBoundingClientRect()
    const around = box.getBoundingClientRect()
    const isInView = inside.top >= around.top && inside.bottom <= around.bottom
    if (!isInView) row.scrollIntoView({ block: 'start', behavior: isFirst ? 'instant' : 'smooth' })
  }

  onMounted(() => void show(true))
  watch(openId, () => void show(false))

  /** The next opening also takes the focus: for steps that the keyboard or the bar below has made. */
  return { takeFocus: () => (movesFocus = true) }
}

function focusAnswer(row: HTMLElement): void {
  const target =
    row.querySelector<HTMLElement>('input[type=radio]:checked, input[type=radio]') ?? row.querySelector('button')
  target?.focus({ preventScroll: true })
}
