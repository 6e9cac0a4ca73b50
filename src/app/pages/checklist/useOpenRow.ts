// Brings the open row into view and the focus into it, after an answer has moved on to the next question.
import { watch, type Ref } from 'vue'

interface OpenRow {
  /** The row that the address names. */
  readonly asked: () => string
  /** The row whose inside is drawn: it follows a frame later. */
  readonly inside: () => string | undefined
}

/** `work` is the scrolling box; rows in it carry `data-question`. */
export function useOpenRow(work: Readonly<Ref<HTMLElement | null>>, { asked, inside }: OpenRow) {
  let movesFocus = false
  let isFirst = true
  /** Opening and closing by hand scrolls nothing. */
  let isScrollDue = true

  const rowAsked = () => work.value?.querySelector<HTMLElement>(`[data-question="${CSS.escape(asked())}"]`)

  function moveFocus(): void {
    const row = rowAsked()
    if (movesFocus && row) focusAnswer(row)
    movesFocus = false
  }

  /** Only with its inside it has its whole height. */
  function scroll(): void {
    const row = rowAsked()
    if (!isScrollDue || inside() !== asked() || !work.value || !row) return
    isScrollDue = false
    if (!isWithin(row, work.value)) row.scrollIntoView({ block: 'start', behavior: isFirst ? 'instant' : 'smooth' })
    isFirst = false
  }

  watch(
    asked,
    () => {
      isScrollDue = true
      moveFocus()
    },
    { flush: 'post' },
  )
  watch(inside, scroll, { flush: 'post' })

  /** The next opening also takes the focus: for steps that the keyboard or the bar below has made. */
  return { takeFocus: () => (movesFocus = true) }
}

function isWithin(row: HTMLElement, box: HTMLElement): boolean {
  const inner = row.getBoundingClientRect()
  const outer = box.getBoundingClientRect()
  return inner.top >= outer.top && inner.bottom <= outer.bottom
}

function focusAnswer(row: HTMLElement): void {
  const target =
    row.querySelector<HTMLElement>('input[type=radio]:checked, input[type=radio]') ?? row.querySelector('button')
  target?.focus({ preventScroll: true })
}
