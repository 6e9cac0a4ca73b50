// Loads the page anew: the only cure for a dead database connection and for an old page.

export function reloadPage(): void {
  window.location.reload()
}
