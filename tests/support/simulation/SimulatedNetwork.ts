// The way between tablets and server. It may lose, repeat, delay, cut and forge; what it delivers went through JSON text.
import type { Random } from './Random.ts'
import type { ServerAnswer, SimulatedServer } from './SimulatedServer.ts'
import type { Owner, World } from './World.ts'
import { z } from '../../../src/protocol/strictZod.ts'
import type { Transport, TransportAnswer } from '../../../src/sync/SyncPorts.ts'

/** How bad the line of one tablet is at the moment. */
export type Line = 'clear' | 'bad' | 'portal' | 'dead' | 'narrow'

/** When a tablet gives up waiting. */
const timeoutMs = 60_000

type Fate =
  | 'delivered'
  /** The server never hears of it. */
  | 'lost'
  /** The server does it, and the answer is lost. */
  | 'unheard'
  /** The server does it twice; the tablet hears the first answer. */
  | 'repeated'
  /** The tablet gives up, and much later the server does it. */
  | 'late'
  /** The server gets half of it. */
  | 'cut'
  /** The tablet gets half of the answer. */
  | 'answer-cut'
  /** Something in between answers. */
  | 'forged'
  /** A proxy finds every push too large. */
  | 'too-large'

const fatesOfBadLine: readonly (readonly [number, Fate])[] = [
  [8, 'delivered'],
  [2, 'lost'],
  [3, 'unheard'],
  [2, 'repeated'],
  [2, 'late'],
  [1, 'cut'],
  [1, 'answer-cut'],
  [2, 'forged'],
]

export interface Station {
  readonly owner: Owner
  readonly line: () => Line
  /** The server had nothing new for it when asked at that instant. */
  readonly onNoNews: (askedAt: number) => void
}

export class SimulatedNetwork {
  readonly #world: World
  readonly #random: Random
  readonly #server: SimulatedServer
  /** When the log grew the last time. */
  lastNewsAt = 0
  readonly #listeners = new Map<(brought: unknown) => void, Station>()
  /** Answers of the past, for a cache that has understood nothing. */
  #earlier: TransportAnswer | undefined
  #pokes: (() => void) | undefined

  constructor(world: World, server: SimulatedServer) {
    this.#world = world
    this.#random = world.random
    this.#server = server
    server.onStart = ({ pokeHub }) => {
      this.#pokes?.()
      this.#pokes = pokeHub.listen((news) => this.#poke(news))
    }
  }

  transportOf(station: Station): Transport {
    return {
      post: (path, json) => this.#send(station, path, json),
      get: (path) => this.#send(station, path, undefined),
      subscribePoke: (onPoke) => {
        this.#listeners.set(onPoke, station)
        return () => this.#listeners.delete(onPoke)
      },
    }
  }

  #poke(news: string | undefined): void {
    this.lastNewsAt = this.#world.now
    for (const [onPoke, { owner, line }] of this.#listeners) {
      if (!owner.isAlive) this.#listeners.delete(onPoke)
      else if (line() === 'clear' || (line() === 'bad' && this.#random.chance(0.5)))
        this.#world.after(owner, this.#random.spread(1, 2_000), () =>
          onPoke(news === undefined ? undefined : JSON.parse(news)),
        )
    }
  }

  #send(station: Station, path: string, json: string | undefined): Promise<TransportAnswer> {
    const { owner } = station
    // A process that dies here has sent nothing.
    if (!this.#world.isStillAlive(owner)) return new Promise(() => undefined)
    const fate = this.#fateOn(station.line(), path)
    const name = `${owner.name} ${path.split(/[/?]/)[3] ?? path}`
    if (fate !== 'delivered') this.#world.note(`${name} ${fate}`)
    return new Promise((resolve) => {
      let isOver = false
      const finish = (delay: number, answer: TransportAnswer) => {
        this.#world.after(owner, delay, () => {
          if (isOver) return
          isOver = true
          resolve(answer)
        })
      }
      finish(timeoutMs, { state: 'failed', reason: 'timeout' })
      const askedAt = this.#world.now
      const hear = (answer: TransportAnswer) => {
        if (saysNothingNew(answer)) station.onNoNews(askedAt)
        finish(this.#latency(), answer)
      }
      this.#carry(fate, { path, json, name }, hear)
    })
  }

  #fateOn(line: Line, path: string): Fate {
    if (line === 'narrow') return path.endsWith('/push') ? 'too-large' : 'delivered'
    if (line === 'clear') return 'delivered'
    if (line === 'dead') return 'lost'
    return line === 'portal' ? 'forged' : this.#random.weighted(fatesOfBadLine)
  }

  #carry(fate: Fate, request: Request, hear: (answer: TransportAnswer) => void): void {
    const silence = () => undefined
    switch (fate) {
      case 'delivered':
        return this.#reach(request, this.#latency(), hear)
      case 'lost':
        if (this.#random.chance(0.7)) hear({ state: 'failed', reason: 'network' })
        return
      case 'unheard':
        this.#reach(request, this.#latency(), silence)
        if (this.#random.chance(0.5)) hear({ state: 'failed', reason: 'network' })
        return
      case 'repeated':
        this.#reach(request, this.#latency(), hear)
        this.#reach(request, this.#random.spread(10, 90_000), silence)
        return
      case 'late':
        hear({ state: 'failed', reason: this.#random.pick(['network', 'timeout']) })
        this.#reach(request, this.#random.spread(1_000, 240_000), silence)
        return
      case 'cut':
        return this.#reach({ ...request, json: this.#cut(request.json) }, this.#latency(), hear)
      case 'answer-cut':
        return this.#reach(request, this.#latency(), (answer) =>
          hear(answer.state === 'answered' ? { ...answer, body: undefined } : answer),
        )
      case 'too-large':
        return hear({ state: 'answered', status: 413, body: undefined, retryAfterMs: null })
      case 'forged':
        return hear(this.#forge(request))
    }
  }

  #cut(text: string | undefined): string | undefined {
    return text?.slice(0, this.#random.between(0, text.length - 1))
  }

  #latency(): number {
    return this.#random.spread(5, 3_000)
  }

  /** Brings the request to the server, and its answer back where it gives one. */
  #reach(request: Request, delay: number, hear: (answer: TransportAnswer) => void): void {
    const world = this.#world
    world.after(world.system, delay, () => {
      const { owner } = this.#server
      if (owner === undefined) return hear({ state: 'failed', reason: 'network' })
      world.queue(owner, () => {
        void this.#server.handle(request.path, request.json).then((answer) => {
          if (!world.isStillAlive(owner)) return
          if (answer.status !== 200) world.note(`${request.name} answered ${answer.status}`)
          const arrived = asArrived(answer)
          if (this.#random.chance(0.1)) this.#earlier = arrived
          hear(arrived)
        })
      })
    })
  }

  #forge(request: Request): TransportAnswer {
    const status = this.#random.pick([200, 200, 302, 403, 408, 413, 429, 502, 503, 504])
    const retryAfterMs = this.#random.chance(0.3) ? this.#random.spread(100, 60_000) : null
    const html: TransportAnswer = { state: 'answered', status, body: undefined, retryAfterMs }
    if (status !== 200) return html
    const earlier = this.#earlier ?? html
    return this.#random.pick([html, earlier, { ...html, body: {} }, { ...html, body: echoOf(request.json) }])
  }
}

const nothingNew = z.object({ pages: z.array(z.never()), refetch: z.array(z.never()) })

interface Request {
  readonly path: string
  /** Undefined for a GET. */
  readonly json: string | undefined
  readonly name: string
}

function asArrived({ status, text, retryAfterMs }: ServerAnswer): TransportAnswer {
  return { state: 'answered', status, body: JSON.parse(text) as unknown, retryAfterMs }
}

function saysNothingNew(answer: TransportAnswer): boolean {
  return answer.state === 'answered' && nothingNew.safeParse(answer.body).success
}

/** A proxy that sends back what it got: it even has the nonce. */
function echoOf(json: string | undefined): unknown {
  return json === undefined ? undefined : (JSON.parse(json) as unknown)
}
