import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawSample } from '../../../../src/domain/audit/drawSample.ts'

const population = fc.nat(300)
const size = fc.nat(200)

test('[A6] a sample never repeats, is ascending, and holds as many as were asked for or are there', () => {
  fc.assert(
    fc.property(population, size, fc.infiniteStream(fc.nat()), (of, wanted, random) => {
      const picks = drawSample(of, wanted, (below) => (random.next().value ?? 0) % below)
      expect(new Set(picks).size).toBe(picks.length)
      expect(picks).toHaveLength(Math.min(of, wanted))
      expect([...picks].sort((a, b) => a - b)).toEqual(picks)
      for (const pick of picks) expect(pick >= 1 && pick <= of).toBe(true)
    }),
  )
})

test('[A6] every record has the same chance: all runs of the dice together draw each one as often', () => {
  const drawn = new Map<number, number>()
  // Three of five, with every outcome of the three throws once: 3 × 4 × 5 of them.
  for (let a = 0; a < 3; a += 1)
    for (let b = 0; b < 4; b += 1)
      for (let c = 0; c < 5; c += 1) {
        const throws = [a, b, c]
        for (const pick of drawSample(5, 3, () => throws.shift() ?? 0)) drawn.set(pick, (drawn.get(pick) ?? 0) + 1)
      }
  expect([...drawn.values()]).toEqual([36, 36, 36, 36, 36])
})
