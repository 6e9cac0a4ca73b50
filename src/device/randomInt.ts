// An even whole number from the browser's cryptographic randomness: for samples that nobody can have chosen.

const range = 2 ** 32

/** 0 to `below` - 1, each with the same chance; `below` is at most 2^32. */
export function randomInt(below: number): number {
  // What is left over at the end of the range would make small numbers likelier: such a draw is thrown away.
  const even = range - (range % below)
  for (;;) {
    const [value = range] = crypto.getRandomValues(new Uint32Array(1))
    if (value < even) return value % below
  }
}
