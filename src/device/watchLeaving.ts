// Tells when the page may be about to go: hidden, frozen or unloaded. A tablet often gives no other warning.

/** Returns what ends the watching. */
export function watchLeaving(onLeaving: () => void): () => void {
  const onVisibility = () => {
    if (document.visibilityState === 'hidden') onLeaving()
  }
  document.addEventListener('visibilitychange', onVisibility)
  document.addEventListener('freeze', onLeaving)
  window.addEventListener('pagehide', onLeaving)
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    document.removeEventListener('freeze', onLeaving)
    window.removeEventListener('pagehide', onLeaving)
  }
}
