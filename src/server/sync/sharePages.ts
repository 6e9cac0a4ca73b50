// Divides what one answer may carry among the streams that have something new. Pure.

export interface Backlog {
  readonly stream: string
  /** How many operations the device has not seen. */
  readonly size: number
}

/**
 * Each stream gets an equal share, and what short ones leave goes to the longer ones, so one huge stream cannot keep
 * a device from the others. Shortest first; streams that get nothing are left out.
 */
export function sharePages(backlogs: readonly Backlog[], most: number): Backlog[] {
  const shares: Backlog[] = []
  let left = most
  const shortestFirst = [...backlogs].sort((a, b) => a.size - b.size)
  shortestFirst.forEach(({ stream, size }, index) => {
    const fair = Math.ceil(left / (shortestFirst.length - index))
    const share = Math.min(size, fair, left)
    left -= share
    if (share > 0) shares.push({ stream, size: share })
  })
  return shares
}
