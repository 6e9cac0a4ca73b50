// Which tab of a tablet talks to the server: a lock that passes on when its tab closes, dies or is frozen.
import type { Owner, World } from './World.ts'
import type { Leadership } from '../../../src/sync/SyncPorts.ts'

interface Wish {
  readonly owner: Owner
  readonly onLead: () => void
  readonly onLost: () => void
}

export class TabLocks {
  readonly #world: World
  #wishes: Wish[] = []
  #leader: Wish | undefined

  constructor(world: World) {
    this.#world = world
  }

  leadershipOf(owner: Owner): Leadership {
    return {
      lead: (onLead, onLost) => {
        this.#wishes.push({ owner, onLead, onLost })
        this.#grant()
        return () => this.release(owner)
      },
    }
  }

  release(owner: Owner): void {
    this.#wishes = this.#wishes.filter((wish) => wish.owner !== owner)
    if (this.#leader?.owner === owner) this.#leader = undefined
    this.#grant()
  }

  /** Another tab takes the lock by force, because the leading one does not answer. */
  steal(): void {
    const leader = this.#leader
    if (leader === undefined || this.#wishes.length === 0) return
    this.#leader = undefined
    this.#world.queue(leader.owner, leader.onLost)
    this.#wishes.push(leader)
    this.#grant()
  }

  #grant(): void {
    if (this.#leader !== undefined) return
    const next = this.#wishes.shift()
    if (next === undefined) return
    this.#leader = next
    this.#world.queue(next.owner, () => {
      if (this.#leader === next) next.onLead()
    })
  }
}
