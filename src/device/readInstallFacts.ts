// How the app is run: from the home screen or in a tab, and on an Apple tablet or not.

export interface InstallFacts {
  readonly isStandalone: boolean
  /** iPad or iPhone: no browser there offers to install, and a tab's storage goes after days without a visit. */
  readonly isAppleTablet: boolean
}

export function readInstallFacts(): InstallFacts {
  return { isStandalone: isStandalone(), isAppleTablet: isAppleTablet(navigator) }
}

/** An iPad asks for desktop pages by default and calls itself a Mac; a Mac has no touch screen. */
export function isAppleTablet({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): boolean {
  return /iPad|iPhone|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)
}

function isStandalone(): boolean {
  const { standalone } = navigator as { readonly standalone?: boolean }
  return standalone === true || matchMedia('(display-mode: standalone)').matches
}
