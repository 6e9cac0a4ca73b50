// Draws records at random from many, each with the same chance and none twice.

/** Places from 1 to `population`, ascending; all of them where no more are there than asked. `randomInt(n)` gives 0 to n - 1, evenly. */
export function drawSample(population: number, size: number, randomInt: (below: number) => number): readonly number[] {
  const wanted = Math.min(size, population)
  const picks = new Set<number>()
  // Floyd's way: one draw a pick, however large the population; a place taken already gives way to the newest one.
  for (let last = population - wanted + 1; last <= population; last += 1) {
    const pick = randomInt(last) + 1
    picks.add(picks.has(pick) ? last : pick)
  }
  return [...picks].sort((a, b) => a - b)
}
