// Asks again and again until there is an answer: for things that tell nobody when they are ready.
const betweenAsksMs = 50

/** The first value that is neither undefined nor false; `what` is named when it does not come in time. */
export async function waitUntil<Value>(
  what: string,
  ask: () => Promise<Value | false | undefined> | Value | false | undefined,
  timeoutMs = 60_000,
): Promise<Value> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, betweenAsksMs))
  }
}
