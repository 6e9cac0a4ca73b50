// Marks what lies under the finger with `data-pressed` from the moment it is put down. By itself a browser shows a press only when the
// finger is lifted, in a frame of its own that the tap then waits for; marked before, there is nothing left to draw in it.

/** What a tap changes at once. Elsewhere the press, when lifted, is the first that is seen of a deed that takes longer. */
const pressable = 'label, [aria-expanded], nav button'
/** As long as a browser itself shows a press that was short. */
const lingerMs = 150

/** Returns what ends the marking. A mouse needs none: its press is shown when it begins. */
export function markPresses(): () => void {
  let pressed: HTMLElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const leave = () => {
    clearTimeout(timer)
    delete pressed?.dataset['pressed']
    pressed = undefined
  }
  const onDown = ({ target, pointerType }: PointerEvent) => {
    leave()
    if (pointerType === 'mouse' || !(target instanceof Element)) return
    pressed = target.closest<HTMLElement>(pressable) ?? undefined
    if (pressed) pressed.dataset['pressed'] = ''
  }
  const onUp = () => {
    timer = setTimeout(leave, lingerMs)
  }
  const passive = { capture: true, passive: true }
  document.addEventListener('pointerdown', onDown, passive)
  document.addEventListener('pointerup', onUp, passive)
  document.addEventListener('pointercancel', leave, passive)
  return () => {
    document.removeEventListener('pointerdown', onDown, passive)
    document.removeEventListener('pointerup', onUp, passive)
    document.removeEventListener('pointercancel', leave, passive)
    leave()
  }
}
