// Loads the page anew: the only cure for a dead database connection and for an old page.

export function reloadPage(): void {
  window.location.reload()
}

/** Loads an address of the app anew, with whatever version is there now. */
export function openAddress(path: string): void {
  window.location.assign(path)
}
