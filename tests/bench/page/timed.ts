// Takes times inside the page. Chromium gives steps of 0.1 ms here.

/** Milliseconds until the work's promise resolves. */
export async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** Lets the browser breathe, as it does between two taps. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Milliseconds since 1970 with fractions: comparable between two browsers of one machine. */
export function preciseNow(): number {
  return performance.timeOrigin + performance.now()
}
