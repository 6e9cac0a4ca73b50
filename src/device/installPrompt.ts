// The browser's own offer to install the app. It comes once, at a moment of the browser's choosing, and is kept until somebody asks for it.

interface InstallEvent extends Event {
  prompt: () => Promise<unknown>
}

export interface InstallPrompt {
  /** Calls back at once and on every change. Returns what ends the watching. */
  readonly watch: (listener: (isOffered: boolean) => void) => () => void
  /** Shows the browser's question. Only from a press. */
  readonly ask: () => Promise<void>
}

/** To be made when the page starts: the event does not come twice. */
export function holdInstallPrompt(): InstallPrompt {
  const listeners = new Set<(isOffered: boolean) => void>()
  let held: InstallEvent | undefined
  const hold = (event: InstallEvent | undefined) => {
    held = event
    for (const listener of listeners) listener(held !== undefined)
  }
  window.addEventListener('beforeinstallprompt', (event) => {
    // Otherwise the browser shows a bar of its own over the work.
    event.preventDefault()
    if (isInstallEvent(event)) hold(event)
  })
  window.addEventListener('appinstalled', () => hold(undefined))
  return {
    watch(listener) {
      listeners.add(listener)
      listener(held !== undefined)
      return () => listeners.delete(listener)
    },
    async ask() {
      const event = held
      // It can be shown only once, whatever the answer.
      hold(undefined)
      await event?.prompt()
    },
  }
}

function isInstallEvent(event: Event): event is InstallEvent {
  return 'prompt' in event
}
