// The keys of a screen while it is shown. They rest while a dialog or a menu is open, and never act on what has been handled already.
import { onScopeDispose } from 'vue'
import { deedOf, type KeyDeed, type KeyPress } from '../components/keys/keyTable.ts'
import { usePreferencesStore } from '../stores/usePreferencesStore.ts'

const overlays = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]'
/** Inputs that take no text: a letter typed there is a key. */
const textless = ['radio', 'checkbox', 'button', 'submit', 'reset', 'file']

/** What each key does here; keys without a deed keep what the browser does with them. `layer` says whether dialogs are meant. */
export function useKeys(deeds: Partial<Record<KeyDeed, () => void>>, layer: 'screen' | 'dialog' = 'screen'): void {
  const { preferences } = usePreferencesStore()

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented) return
    const meant = deedOf(pressOf(event), preferences.hasSingleKeys)
    const deed = meant === undefined ? undefined : deeds[meant]
    const isCovered = document.querySelector(overlays) !== null
    if (deed === undefined || isCovered !== (layer === 'dialog')) return
    event.preventDefault()
    deed()
  }

  document.addEventListener('keydown', onKey)
  onScopeDispose(() => document.removeEventListener('keydown', onKey))
}

/** Ctrl+Enter in a dialog is its main button, where it has one. */
export function pressMainOfDialog(): void {
  const buttons = document.querySelectorAll<HTMLElement>('.dialog-ways .btn-primary, .dialog-ways .btn-danger')
  ;[...buttons].at(-1)?.click()
}

/** Safari tells of the press that ends a composition only by its old code. */
const codeOfComposing = 229

function pressOf(event: KeyboardEvent): KeyPress {
  const { keyCode }: { readonly keyCode: number } = event
  return {
    key: event.key,
    hasControl: event.ctrlKey || event.metaKey,
    hasShift: event.shiftKey,
    hasAlt: event.altKey,
    isRepeated: event.repeat,
    isComposing: event.isComposing || keyCode === codeOfComposing,
    isInText: takesText(event.target),
  }
}

function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !textless.includes(target.type)
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  )
}
