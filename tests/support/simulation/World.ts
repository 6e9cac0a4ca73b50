// Virtual time and virtual processes. Every callback belongs to an owner (a tab, the server, the network); the world alone decides which
// goes next, so one seed gives one order. An owner that crashes never runs again: its callbacks are dropped where they stand.
import type { Random } from './Random.ts'

/** One process. `fuse`: how many more steps it has to live, undefined while nothing threatens it. */
export interface Owner {
  readonly name: string
  isAlive: boolean
  fuse: number | undefined
  /** Until then it stands still, as a tab does that the browser has frozen. */
  frozenUntil: number
  readonly onCrash: () => void
  readonly ready: (() => void)[]
}

interface Timer {
  at: number
  readonly order: number
  readonly owner: Owner
  readonly run: () => void
  isCancelled: boolean
}

/** More than any honest run needs: something asks itself again without end. */
const mostSteps = 3_000_000
/** More than anything honest does in one instant. */
const mostImpatience = 5_000
/** Callbacks handed to the event loop at once; between two of them Node runs all promises that are due. */
const slots = 32

const { setImmediate } = globalThis

export class World {
  /** Milliseconds since 1970. */
  now: number
  /** Whose code is running. */
  current: Owner
  readonly system: Owner
  readonly trace: string[] = []
  readonly problems: string[] = []
  steps = 0
  readonly random: Random
  readonly #keepsTrace: boolean
  readonly #startedAt: number
  readonly #readyOwners: Owner[] = []
  #timers: Timer[] = []
  #timerOrder = 0
  /** Steps since time passed. */
  #impatience = 0
  #hash = 0x811c9dc5

  constructor(random: Random, options: { readonly startAt: number; readonly keepsTrace: boolean }) {
    this.random = random
    this.now = this.#startedAt = options.startAt
    this.#keepsTrace = options.keepsTrace
    this.system = this.owner('system', () => {
      throw new Error('the system cannot crash')
    })
    this.current = this.system
  }

  owner(name: string, onCrash: () => void): Owner {
    return { name, isAlive: true, fuse: undefined, frozenUntil: 0, onCrash, ready: [] }
  }

  /** As soon as possible, without time passing. */
  queue(owner: Owner, run: () => void): void {
    if (!owner.isAlive) return
    if (owner.frozenUntil > this.now) return void this.after(owner, 0, run)
    if (owner.ready.length === 0) this.#readyOwners.push(owner)
    owner.ready.push(run)
  }

  /** Returns what cancels it. */
  after(owner: Owner, ms: number, run: () => void): () => void {
    const timer: Timer = {
      at: Math.max(owner.frozenUntil, this.now + Math.max(0, ms)),
      order: (this.#timerOrder += 1),
      owner,
      run,
      isCancelled: false,
    }
    if (owner.isAlive) this.#push(timer)
    return () => {
      timer.isCancelled = true
    }
  }

  /** Resolves in a step of its own of the running owner: a place where it can crash. */
  pause(): Promise<void> {
    const owner = this.current
    return new Promise((resolve) => this.queue(owner, resolve))
  }

  /** The running owner is about to do something that others can see: it may crash before. True where it does not. */
  isStillAlive(owner: Owner): boolean {
    this.#burn(owner)
    return owner.isAlive
  }

  /** Nothing of it runs for so long; then all that was due does, late. */
  freeze(owner: Owner, ms: number): void {
    // A second freeze does not end the first: what that put off comes when it ends.
    owner.frozenUntil = Math.max(owner.frozenUntil, this.now + ms)
    const due = this.#takeAllReady(owner)
    for (const run of due) this.queue(owner, run)
  }

  #takeAllReady(owner: Owner): (() => void)[] {
    const at = this.#readyOwners.indexOf(owner)
    if (at !== -1) this.#readyOwners.splice(at, 1)
    return owner.ready.splice(0)
  }

  crash(owner: Owner): void {
    if (!owner.isAlive) return
    owner.isAlive = false
    this.#takeAllReady(owner)
    const { current } = this
    this.current = this.system
    owner.onCrash()
    this.current = current
  }

  note(line: string): void {
    for (let at = 0; at < line.length; at += 1) this.#mix(line.charCodeAt(at))
    if (this.#keepsTrace) this.trace.push(`${((this.now - this.#startedAt) / 1000).toFixed(3)} ${line}`)
  }

  problem(line: string): void {
    this.problems.push(line)
    this.note(`PROBLEM ${line}`)
  }

  /** Two runs that took the same steps have the same. */
  get fingerprint(): string {
    return (this.#hash >>> 0).toString(16).padStart(8, '0')
  }

  /** Lets `ms` pass. */
  run(ms: number): Promise<void> {
    return this.#drive(() => false, this.now + ms)
  }

  /** Runs at most so many steps, without time passing. */
  runSteps(count: number): Promise<void> {
    const until = this.steps + count
    return this.#drive(() => this.steps >= until, this.now)
  }

  /** Runs until the promise settles; undefined when `ms` were not enough. */
  async runUntil<Value>(promise: Promise<Value>, ms: number): Promise<Value | undefined> {
    let settled: { readonly value: Value } | undefined
    let failure: { readonly error: unknown } | undefined
    promise.then(
      (value) => (settled = { value }),
      (error: unknown) => (failure = { error }),
    )
    await this.#drive(() => settled !== undefined || failure !== undefined, this.now + ms)
    if (failure !== undefined) throw failure.error
    return settled?.value
  }

  async #drive(isDone: () => boolean, until: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      let hasEnded = false
      const step = () => {
        if (hasEnded) return
        this.current = this.system
        try {
          if (!isDone() && this.#step(until)) return
          hasEnded = true
          resolve()
        } catch (error) {
          hasEnded = true
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      }
      const round = () => {
        if (hasEnded) return
        for (let slot = 0; slot < slots; slot += 1) setImmediate(step)
        setImmediate(round)
      }
      round()
    })
    this.current = this.system
    if (Number.isFinite(until) && !isDone()) this.now = Math.max(this.now, until)
  }

  /** False when there is nothing left to do before `until`. */
  #step(until: number): boolean {
    this.steps += 1
    if (this.steps > mostSteps) throw new Error('the run does not come to an end')
    const run = this.#takeNext(until)
    if (run === undefined) return false
    run()
    return true
  }

  /** Somebody who asks again and again whether another one is ready must let time pass in between, or a frozen one never wakes. */
  #takeNext(until: number): (() => void) | undefined {
    this.#impatience += 1
    if (this.#impatience < mostImpatience) return this.#takeReady() ?? this.#takeTimer(until)
    this.#impatience = 0
    return this.#takeTimer(until) ?? this.#takeReady()
  }

  #takeReady(): (() => void) | undefined {
    const owners = this.#readyOwners
    if (owners.length === 0) return undefined
    const at = owners.length === 1 ? 0 : this.random.between(0, owners.length - 1)
    const owner = owners[at]
    const run = owner?.ready.shift()
    if (owner === undefined || run === undefined) throw new Error('a ready owner without work')
    if (owner.ready.length === 0) owners.splice(at, 1)
    return this.#begin(owner, run)
  }

  #begin(owner: Owner, run: () => void): () => void {
    this.#mix(owner.name.length + owner.name.charCodeAt(owner.name.length - 1))
    this.#burn(owner)
    if (!owner.isAlive) return () => undefined
    this.current = owner
    return run
  }

  #burn(owner: Owner): void {
    if (owner.fuse === undefined || !owner.isAlive) return
    owner.fuse -= 1
    if (owner.fuse > 0) return
    owner.fuse = undefined
    this.note(`${owner.name} dies`)
    this.crash(owner)
  }

  #takeTimer(until: number): (() => void) | undefined {
    for (;;) {
      const first = this.#timers[0]
      if (first === undefined || first.at > until) return undefined
      this.#pop()
      if (first.isCancelled || !first.owner.isAlive) continue
      if (first.owner.frozenUntil > first.at) {
        first.at = first.owner.frozenUntil
        this.#push(first)
        continue
      }
      this.now = Math.max(this.now, first.at)
      this.#impatience = 0
      this.#mix(first.at % 0x7fffffff)
      return this.#begin(first.owner, first.run)
    }
  }

  #mix(value: number): void {
    this.#hash = Math.imul(this.#hash ^ value, 0x01000193)
  }

  // A binary heap by instant, then by order of setting.
  #push(timer: Timer): void {
    const heap = this.#timers
    let at = heap.push(timer) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = heap[parent]
      if (above === undefined || isBefore(above, timer)) break
      heap[at] = above
      at = parent
    }
    heap[at] = timer
  }

  #pop(): void {
    const heap = this.#timers
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    let at = 0
    for (;;) {
      const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]]
      if (left === undefined) break
      const child = right !== undefined && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1
      const below = heap[child]
      if (below === undefined || isBefore(last, below)) break
      heap[at] = below
      at = child
    }
    heap[at] = last
  }
}

function isBefore(a: Timer, b: Timer): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}
