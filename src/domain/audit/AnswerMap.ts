// The answers of an audit by id, each made when it is first looked at: an audit opens without making a thousand that no screen shows yet.
// To its readers it is a map like any other, in the order in which the answers were put in.
import type { Answer } from './Audit.ts'
import type { EntityId } from '../oplog/Dot.ts'
import type { EntityState } from '../oplog/StreamState.ts'

type ReadAnswer = (entity: EntityState) => Answer

export class AnswerMap implements ReadonlyMap<EntityId, Answer> {
  readonly #read: ReadAnswer
  readonly #entities = new Map<EntityId, EntityState>()
  /** Those that were looked at, as they were made then: an unchanged answer stays the same object. */
  #made = new Map<EntityId, Answer>()
  /** All of them are made, in order. */
  #isWhole = true

  constructor(read: ReadAnswer) {
    this.#read = read
  }

  /** Only what `read` can read may be put in. */
  put(entity: EntityState): void {
    this.#entities.set(entity.id, entity)
    this.#made.delete(entity.id)
    this.#isWhole = false
  }

  get(id: EntityId): Answer | undefined {
    const made = this.#made.get(id)
    if (made !== undefined) return made
    const entity = this.#entities.get(id)
    return entity && this.#make(entity)
  }

  has(id: EntityId): boolean {
    return this.#entities.has(id)
  }

  get size(): number {
    return this.#entities.size
  }

  keys(): MapIterator<EntityId> {
    return this.#entities.keys()
  }

  values(): MapIterator<Answer> {
    return this.#all().values()
  }

  entries(): MapIterator<[EntityId, Answer]> {
    return this.#all().entries()
  }

  forEach(visit: (answer: Answer, id: EntityId, map: ReadonlyMap<EntityId, Answer>) => void): void {
    for (const [id, answer] of this.#all()) visit(answer, id, this)
  }

  [Symbol.iterator](): MapIterator<[EntityId, Answer]> {
    return this.entries()
  }

  #make(entity: EntityState): Answer {
    const answer = this.#read(entity)
    this.#made.set(entity.id, answer)
    return answer
  }

  #all(): ReadonlyMap<EntityId, Answer> {
    if (!this.#isWhole) {
      const before = this.#made
      this.#made = new Map()
      for (const [id, entity] of this.#entities) this.#made.set(id, before.get(id) ?? this.#read(entity))
      this.#isWhole = true
    }
    return this.#made
  }
}
