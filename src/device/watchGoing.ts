// Tells when the page goes: navigated away from, loaded anew or closed. Unlike a page that is merely hidden it runs no more, but the
// browser may keep it as it is, for the way back.

/** `onBack`: the page is there again. Returns what ends the watching. */
export function watchGoing(onGone: () => void, onBack: () => void): () => void {
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) onBack()
  }
  window.addEventListener('pagehide', onGone)
  window.addEventListener('pageshow', onShow)
  return () => {
    window.removeEventListener('pagehide', onGone)
    window.removeEventListener('pageshow', onShow)
  }
}
