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

/** The steps of an evidence upload, in their order; the first two are those of tus alone. */
export const evidenceKillSteps = [
  'in mid-piece',
  'after the last piece',
  'before the file is kept',
  'after the file is kept',
  'before the receipt',
  'before the receipt is sent',
] as const

export type Step = (typeof killSteps)[number] | (typeof evidenceKillSteps)[number]

/** In the data folder: `kill` or `stall` and the step. */
export const doomFile = 'doom'
/** Appears when the server stands still. */
export const stalledFile = 'stalled'
