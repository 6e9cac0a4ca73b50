// Whether a person is writing on this page: a text field has the focus, or had it a moment ago.

/** What is laid out anew right after leaving a field would slip away under the tap that left it. */
const lingerMs = 600

const textFields = 'textarea, input:not([type=radio], [type=checkbox], [type=file], [type=button], [type=submit])'

export function isTextFieldFocused(): boolean {
  return document.activeElement?.matches(textFields) === true
}

/** Calls back with every change, the end a moment late. Returns what ends the watching. */
export function watchTyping(onChange: (isTyping: boolean) => void): () => void {
  let wasTyping = isTextFieldFocused()
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    const isTyping = isTextFieldFocused()
    if (isTyping !== wasTyping) onChange(isTyping)
    wasTyping = isTyping
  }
  const onFocusIn = () => {
    clearTimeout(timer)
    if (isTextFieldFocused()) tell()
    else timer = setTimeout(tell, lingerMs)
  }
  const onFocusOut = () => {
    clearTimeout(timer)
    timer = setTimeout(tell, lingerMs)
  }
  document.addEventListener('focusin', onFocusIn)
  document.addEventListener('focusout', onFocusOut)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('focusin', onFocusIn)
    document.removeEventListener('focusout', onFocusOut)
  }
}
