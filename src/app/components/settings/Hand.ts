// Which hand answers: the answer column stands at that edge of the tablet.

export const hands = ['right', 'left'] as const
export type Hand = (typeof hands)[number]
