// Whether a dialog stands open: what is filled in there is kept nowhere yet.

/** Calls back with every change. Returns what ends the watching. */
export function watchDialogs(onChange: (isOpen: boolean) => void): () => void {
  let wasOpen = false
  // Dialogs are put directly into the body.
  const observer = new MutationObserver(() => {
    const isOpen = document.querySelector('[role=dialog], [role=alertdialog]') !== null
    if (isOpen !== wasOpen) onChange(isOpen)
    wasOpen = isOpen
  })
  observer.observe(document.body, { childList: true })
  return () => observer.disconnect()
}
