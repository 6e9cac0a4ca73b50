// How a test names an element: a CSS selector, or the words a person reads on it.

/** `{ text }` is a control with these words or this aria-label; `{ label }` a field with this label. */
export type Target = string | { text: string } | { label: string }

const controls = ['button', 'a', 'label', 'summary', 'option', '*[@role]']

export function locate(target: Target): { using: 'css selector' | 'xpath'; value: string } {
  if (typeof target === 'string') return { using: 'css selector', value: target }
  return { using: 'xpath', value: 'text' in target ? byText(target.text) : byLabel(target.label) }
}

function byText(text: string): string {
  const words = quote(text)
  return controls.map((tag) => `//${tag}[normalize-space(.)=${words} or @aria-label=${words}]`).join(' | ')
}

function byLabel(label: string): string {
  const words = quote(label)
  const fields = '*[self::input or self::textarea or self::select]'
  // Some labels end with 必須: then the words are their first text only.
  const labels = `//label[normalize-space(.)=${words} or normalize-space(text())=${words}]`
  return `//${fields}[@id=${labels}/@for] | ${labels}//${fields} | //${fields}[@aria-label=${words}]`
}

/** XPath 1.0 has no escapes: a text with both kinds of quotes is put together from pieces. */
function quote(text: string): string {
  if (!text.includes("'")) return `'${text}'`
  return `concat(${text
    .split("'")
    .map((piece) => `'${piece}'`)
    .join(`, "'", `)})`
}
