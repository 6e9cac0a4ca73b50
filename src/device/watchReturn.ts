// Tells when a try at the network is worthwhile: the page is looked at again, or the browser believes to be online.
// Hints only: `navigator.onLine` lies both ways and decides nothing.

/** Returns what ends the watching. */
export function watchReturn(onReturn: () => void): () => void {
  const onVisibility = () => {
    if (document.visibilityState === 'visible') onReturn()
  }
  document.addEventListener('visibilitychange', onVisibility)
  window.addEventListener('online', onReturn)
  window.addEventListener('pageshow', onReturn)
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    window.removeEventListener('online', onReturn)
    window.removeEventListener('pageshow', onReturn)
  }
}
