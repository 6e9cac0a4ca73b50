// Tells when the whole app is kept on this tablet: from then on every start works without a network.

/** Calls back once, at once where it is so already. Returns what ends the watching. */
export function watchOfflineReady(onReady: () => void): () => void {
  let isEnded = false
  if ('serviceWorker' in navigator) {
    void navigator.serviceWorker.ready.then(() => {
      if (!isEnded) onReady()
    })
  }
  return () => (isEnded = true)
}
