// A BroadcastChannel: everybody hears it but who posts, a little later.
import type { Owner, World } from './World.ts'

export interface ChannelPort<Message> {
  post(message: Message): void
  subscribe(listener: (message: Message) => void): () => void
}

export class Channel<Message> {
  readonly #world: World
  readonly #listeners = new Map<(message: Message) => void, Owner>()

  constructor(world: World) {
    this.#world = world
  }

  portOf(owner: Owner): ChannelPort<Message> {
    return {
      post: (message) => {
        if (this.#listeners.size < 2 || !this.#world.isStillAlive(owner)) return
        const copy = structuredClone(message)
        for (const [listener, other] of this.#listeners) {
          if (!other.isAlive) this.#listeners.delete(listener)
          else if (other !== owner) this.#world.queue(other, () => listener(copy))
        }
      },
      subscribe: (listener) => {
        this.#listeners.set(listener, owner)
        return () => this.#listeners.delete(listener)
      },
    }
  }
}
