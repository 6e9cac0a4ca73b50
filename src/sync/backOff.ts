// How long to wait after failures: full jitter, so that a hall of tablets does not come back in step. Pure.

const firstMs = 1_000
const longestMs = 5 * 60_000

/** `fraction` is fresh randomness between 0 and 1. The server's own wish is a lower bound. */
export function backOff(failures: number, fraction: number, retryAfterMs: number | null): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 20))
  return Math.max(Math.round(ceiling * fraction), retryAfterMs ?? 0, firstMs / 4)
}
