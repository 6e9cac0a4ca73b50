// How this tablet gets the app onto its home screen.

/** `installed`: it is there. `offered`: the browser asks at a press. `apple`: by hand, from the share sheet. `menu`: by hand, from the browser's menu. */
export type InstallWay = 'installed' | 'offered' | 'apple' | 'menu'

export function installWayOf(facts: {
  readonly isStandalone: boolean
  readonly isAppleTablet: boolean
  readonly isOffered: boolean
}): InstallWay {
  if (facts.isStandalone) return 'installed'
  if (facts.isAppleTablet) return 'apple'
  return facts.isOffered ? 'offered' : 'menu'
}

/**
 * The home screen speaks of it by itself only where there is something to gain and a way to do it, and until it was read. On an Apple
 * tablet before anything is entered: the app on the home screen does not see what the tab has saved.
 */
export function isHintDue(
  way: InstallWay,
  { hasRead, hasAudits }: { readonly hasRead: boolean; readonly hasAudits: boolean },
): boolean {
  return !hasRead && (way === 'apple' || (way === 'offered' && hasAudits))
}
