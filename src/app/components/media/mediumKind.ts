// What kind of medium words speak of, for its picture only: what nothing is said of is drawn as a stick, as most are.

export const mediumKinds = ['stick', 'disc', 'drive', 'card'] as const
export type MediumKind = (typeof mediumKinds)[number]

const words: readonly (readonly [MediumKind, RegExp])[] = [
  ['disc', /\b(?:CD|DVD|BD|MO)\b|ディスク|DISC|BLU-?RAY/],
  ['drive', /\b(?:HDD|SSD)\b|ハード|外付|DRIVE/],
  ['card', /\bSD\b|\b(?:MICRO)?SD[HX]C\b|カード|CARD/],
]

/** Of several words the first that tells. */
export function mediumKind(texts: readonly string[]): MediumKind {
  for (const text of texts) {
    const plain = text.normalize('NFKC').toUpperCase()
    const told = /USB|メモリ|STICK/.test(plain) ? 'stick' : words.find(([, pattern]) => pattern.test(plain))?.[0]
    if (told !== undefined) return told
  }
  return 'stick'
}
