// Tells a code that is held before the camera from one that is shown anew. It keeps nothing but the last times.

/** Shorter, and a code that is lost for a moment between two frames would be taken twice. */
const repeatMs = 3_000

/** True where the code was not seen for three seconds; a code that stays in sight stays taken. `at` in milliseconds of any steady clock. */
export function createRepeatFilter(): (code: string, at: number) => boolean {
  const lastSeen = new Map<string, number>()
  return (code, at) => {
    const before = lastSeen.get(code)
    lastSeen.set(code, at)
    return before === undefined || at - before >= repeatMs
  }
}
