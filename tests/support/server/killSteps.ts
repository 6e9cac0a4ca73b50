// The steps of a push at which the killable server can be told to die or to stand still, in their order.

export const killSteps = [
  'before the transaction',
  'after the lock',
  'after the insert',
  'after the head moved',
  'before the commit',
  'after the commit',
  'before the answer',
  'in mid-answer',
] as const

export type Step = (typeof killSteps)[number]

/** In the data folder: `kill` or `stall` and the step. */
export const doomFile = 'doom'
/** Appears when the server stands still. */
export const stalledFile = 'stalled'
