// Waits until the screen has been drawn with what has changed so far, so that what is seen first does not wait for the rest.

/** A page in the background draws nothing: there the wait ends by itself. */
const mostMs = 100

export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, mostMs)
    if (!('requestAnimationFrame' in globalThis)) return
    // Its callbacks run before the drawing; a task of its own comes after it.
    requestAnimationFrame(() => {
      clearTimeout(timer)
      setTimeout(resolve)
    })
  })
}
