// A media query, now and whenever it changes.

/** Calls back at once and on every change. Returns what ends the watching. */
export function watchMedia(query: string, onMatch: (matches: boolean) => void): () => void {
  const media = window.matchMedia(query)
  const listener = () => onMatch(media.matches)
  listener()
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
