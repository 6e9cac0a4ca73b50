// The one source of chance of a simulated run: sfc32, seeded by one number. Nothing in a run may ask anything else for randomness.

export class Random {
  #a: number
  #b: number
  #c: number
  #d: number

  constructor(seed: number) {
    this.#a = 0x9e3779b9 ^ Math.floor(seed / 0x100000000)
    this.#b = 0x243f6a88 ^ (seed | 0)
    this.#c = 0xb7e15162
    this.#d = 1
    for (let warmUp = 0; warmUp < 15; warmUp += 1) this.next()
  }

  /** 32 bits. */
  next(): number {
    const sum = (this.#a + this.#b + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum
    return sum >>> 0
  }

  /** Evenly in [0, 1). */
  fraction(): number {
    return this.next() / 0x100000000
  }

  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  /** Whole, both ends inclusive. */
  between(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1))
  }

  /** Small ones far more often than large ones: an early fault and a late one are equally worth a try. */
  spread(low: number, high: number): number {
    return Math.round(low * (high / low) ** this.fraction())
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  /** By weight; an entry of weight 0 is never taken. */
  weighted<Item>(entries: readonly (readonly [weight: number, item: Item])[]): Item {
    let at = this.fraction() * entries.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, item] of entries) {
      if (weight > 0 && at < weight) return item
      at -= weight
    }
    const last = entries.findLast(([weight]) => weight > 0)
    if (last === undefined) throw new Error('nothing to choose from')
    return last[1]
  }
}
