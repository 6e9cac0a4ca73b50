// One open tab: the real database code, the real engine and the real following of an audit, in a process that can die at any step.
import { IDBKeyRange } from 'fake-indexeddb'
import { signerOf } from './Identity.ts'
import type { Attempt, Typed } from './Journal.ts'
import type { SimulatedTablet } from './SimulatedTablet.ts'
import { TabletDisk } from './TabletDisk.ts'
import { decideAct } from './userActs.ts'
import type { Owner, World } from './World.ts'
import { followAudit, type FollowedAudit } from '../../../src/app/composables/followAudit.ts'
import { must } from '../../../src/domain/must.ts'
import type { DeviceId, EntityId, PersonId, StreamId } from '../../../src/domain/oplog/Dot.ts'
import { readRegister } from '../../../src/domain/oplog/Register.ts'
import type { StreamState } from '../../../src/domain/oplog/StreamState.ts'
import { adoptIdentity } from '../../../src/localdb/adoptIdentity.ts'
import { claimIdentity, readIdentity, type Identity } from '../../../src/localdb/Identity.ts'
import type { LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'
import { LocalDatabaseError } from '../../../src/localdb/LocalDatabaseError.ts'
import { openLocalDatabase } from '../../../src/localdb/openLocalDatabase.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import type { DraftKey } from '../../../src/localdb/LocalRows.ts'
import { saveDraft } from '../../../src/localdb/saveDraft.ts'
import { saveSnapshot } from '../../../src/localdb/saveSnapshot.ts'
import { sha256 } from '../../../src/server/sha256.ts'
import { createSyncEngine, type SyncEngine } from '../../../src/sync/createSyncEngine.ts'
import { initialStatus, type SyncStatus } from '../../../src/sync/SyncStatus.ts'

export class SimulatedTab {
  readonly owner: Owner
  readonly tablet: SimulatedTablet
  status: SyncStatus = initialStatus
  readonly #world: World
  #db: LocalDatabase | undefined
  #identity: Identity | undefined
  #isReloading = false
  #typing: Promise<void> = Promise.resolve()
  #engine: SyncEngine | undefined
  readonly #followed = new Map<StreamId, FollowedAudit>()
  readonly #returns = new Set<() => void>()

  constructor(tablet: SimulatedTablet, number: number) {
    this.tablet = tablet
    this.#world = tablet.world
    this.owner = this.#world.owner(`${tablet.name}/${number}`, () => tablet.onTabDeath(this))
    tablet.disk.mount(this.owner)
    this.run(() => this.#boot())
  }

  /** Something goes wrong in it only by a bug. */
  run(work: () => Promise<void>): void {
    this.#world.queue(this.owner, () => {
      work().catch((error: unknown) => {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
        if (this.owner.isAlive) this.#world.problem(`${this.owner.name}: ${text}`)
      })
    })
  }

  /** Its connection to the database stands. */
  get hasOpened(): boolean {
    return this.#db !== undefined
  }

  get isOpen(): boolean {
    return this.owner.isAlive && this.#engine !== undefined
  }

  get db(): LocalDatabase {
    if (this.#db === undefined) throw new Error('the tab is not open yet')
    return this.#db
  }

  /** What the screen of this tab shows of an audit, once it is open. */
  followed(stream: StreamId): FollowedAudit | undefined {
    return this.#followed.get(stream)
  }

  async #boot(): Promise<void> {
    const { tablet } = this
    try {
      this.#db = await openLocalDatabase({
        name: 'genba',
        sealer: tablet.sealer,
        sha256,
        release: tablet.release,
        indexedDB: tablet.disk.factory,
        IDBKeyRange,
        hints: tablet.hints.portOf(this.owner),
      })
      TabletDisk.own(this.#db.dexie.backendDB(), this.owner)
      const identity = await this.#settleIdentity(this.#db)
      this.#db.identity.device = identity.device
      this.#identity = identity
      tablet.news.portOf(this.owner).subscribe((device) => {
        if (device !== identity.device) this.reload()
      })
      this.#engine = this.#startEngine(this.#db, identity)
    } catch (error) {
      this.#shrugOff(error)
      this.close()
    }
  }

  async #settleIdentity(db: LocalDatabase): Promise<Identity> {
    const known = await readIdentity(db)
    if (known !== undefined) return known
    await claimIdentity(db, this.tablet.newIdentity())
    // Another tab may have been faster.
    return must(await readIdentity(db), 'the identity that was just written')
  }

  /** A copy of this tablet is in use elsewhere. */
  async #changeIdentity(db: LocalDatabase, from: DeviceId): Promise<void> {
    const next = this.tablet.newIdentity()
    try {
      const adoption = await adoptIdentity(db, { from, next })
      this.#world.note(`${this.owner.name} becomes another device: ${JSON.stringify(adoption)}`)
      if (adoption !== undefined) this.tablet.news.portOf(this.owner).post(next.device)
      this.reload()
    } catch (error) {
      this.#shrugOff(error)
      this.#world.after(this.owner, 30_000, () => this.run(() => this.#changeIdentity(db, from)))
    }
  }

  reload(): void {
    if (this.#isReloading) return
    this.#isReloading = true
    this.close()
    this.tablet.openTab()
  }

  #startEngine(db: LocalDatabase, identity: Identity): SyncEngine {
    const { tablet, owner } = this
    const world = this.#world
    const { random } = world
    const engine = createSyncEngine({
      db,
      transport: tablet.network.transportOf({
        owner,
        line: () => tablet.line,
        onNoNews: (askedAt) => (tablet.noNewsAt = askedAt),
      }),
      signer: signerOf(identity, () => world.pause()),
      clock: { now: () => tablet.now() },
      timers: { after: (ms, run) => world.after(owner, ms, run) },
      random: { id: () => `n${random.next().toString(36)}`, fraction: () => random.fraction() },
      leadership: tablet.locks.leadershipOf(owner),
      channel: tablet.channel.portOf(owner),
      watchReturn: (onReturn) => {
        this.#returns.add(onReturn)
        return () => this.#returns.delete(onReturn)
      },
      onStatus: (status) => (this.status = status),
      onCloned: () => this.run(() => this.#changeIdentity(db, identity.device)),
    })
    engine.start()
    return engine
  }

  /** The page is looked at again. */
  comeBack(): void {
    for (const onReturn of this.#returns) this.#world.queue(this.owner, onReturn)
  }

  syncNow(): void {
    const engine = this.#engine
    if (engine !== undefined) this.#world.queue(this.owner, () => engine.syncNow())
  }

  /** Closed by its person, in good order. */
  close(): void {
    const engine = this.#engine
    const db = this.#db
    this.#engine = undefined
    this.#world.queue(this.owner, () => {
      engine?.stop()
      for (const followed of this.#followed.values()) followed.close()
      this.#followed.clear()
      db?.close()
      // Time for the caches that are written at the end.
      this.#world.after(this.owner, 500, () => this.#world.crash(this.owner))
    })
  }

  /** A person enters something. */
  enter(stream: StreamId, isFollowing: boolean): void {
    this.run(async () => {
      try {
        await this.#enter(stream, isFollowing)
      } catch (error) {
        this.#shrugOff(error)
      }
    })
  }

  async #enter(stream: StreamId, isFollowing: boolean): Promise<void> {
    const { tablet } = this
    const world = this.#world
    const followed = isFollowing && tablet.hasNewRelease ? await this.#follow(stream) : undefined
    const state = followed?.document.state ?? (await this.#open(stream))
    const attempt = tablet.journal.begin(tablet.name, stream)
    const { maySign } = tablet
    attempt.drafts = decideAct({ random: world.random, state, text: `${tablet.name} ${attempt.author}`, maySign })
    const recorded = await this.#record(attempt)
    if (recorded !== undefined) followed?.take(recorded)
  }

  /** A person opens an audit and looks. */
  read(stream: StreamId): void {
    this.run(async () => {
      await openStream(this.db, stream, this.tablet.kinds)
    })
  }

  /** A person types at a place of this tab's own, and sometimes comes to an end. One thing after the other. */
  type(stream: StreamId): void {
    this.run(() => {
      this.#typing = this.#typing.then(() => this.#type(stream)).catch((error: unknown) => this.#shrugOff(error))
      return this.#typing
    })
  }

  async #type(stream: StreamId): Promise<void> {
    const { tablet } = this
    const { random } = this.#world
    const entity = `answer:antivirus/2-${this.owner.name.split('/')[1] ?? ''}` as EntityId
    const key = { stream, entity, register: 'note' }
    const typed = tablet.journal.typedAt(tablet.name, key)
    const last = [...typed.possible]
    if (last.length === 1 && typeof last[0] === 'string' && random.chance(0.5)) return this.#endTyping(typed, last[0])
    const text = `${tablet.name} types ${random.next()}`
    typed.possible.add(text)
    const content = {
      kind: 'answer-noted',
      text,
      body: { text },
      seen: [],
      changedAt: new Date(tablet.now()).toISOString(),
    }
    try {
      await saveDraft(this.db, key, content)
      if (this.owner.isAlive) Object.assign(typed, { possible: new Set([text]), entry: undefined })
    } catch (error) {
      typed.possible.delete(text)
      throw error
    }
  }

  /** The text becomes an entry, and is a text in progress no more. */
  async #endTyping(typed: Typed, text: string): Promise<void> {
    const { entity, stream } = typed.key
    const attempt = this.tablet.journal.begin(this.tablet.name, stream)
    const { state } = await openStream(this.db, stream, this.tablet.kinds)
    const supersedes = readRegister(state.entities.get(entity), 'note').dots
    attempt.drafts = [{ kind: 'answer-noted', entity, supersedes, body: { text } }]
    typed.possible.add(null)
    typed.entry = attempt
    const recorded = await this.#record(attempt, [typed.key])
    if (recorded !== undefined) typed.possible = new Set([null])
    else if (this.owner.isAlive) Object.assign(typed, { possible: new Set([text]), entry: undefined })
  }

  async #record(attempt: Attempt, clearsDrafts: readonly DraftKey[] = []) {
    const { tablet } = this
    const world = this.#world
    const kinds = attempt.drafts.map(({ kind }) => kind).join('+')
    try {
      const recorded = await recordOperations(this.db, {
        source: 'local',
        stream: attempt.stream,
        drafts: attempt.drafts,
        clearsDrafts,
        context: {
          device: must(this.#identity, 'an identity').device,
          author: attempt.author as PersonId,
          at: new Date(tablet.now()).toISOString(),
          offset: this.status.clockOffset,
          salt: () => `salt${world.random.next().toString(36)}`,
        },
      })
      if (!this.owner.isAlive) return undefined
      attempt.outcome = 'saved'
      world.note(`${this.owner.name} saved ${attempt.author} ${kinds} ${recorded.first}-${recorded.last}`)
      return recorded
    } catch (error) {
      if (!(error instanceof LocalDatabaseError)) throw error
      if (this.owner.isAlive) attempt.outcome = 'refused'
      world.note(`${this.owner.name} did not save ${attempt.author}: ${error.code}`)
      if (error.code === 'identity-changed') this.reload()
      return undefined
    }
  }

  async #follow(stream: StreamId): Promise<FollowedAudit> {
    const known = this.#followed.get(stream)
    if (known !== undefined) return known
    const followed = await followAudit(this.db, stream)
    // Two entries at once open it twice: one of the two screens goes.
    const other = this.#followed.get(stream)
    if (other === undefined) this.#followed.set(stream, followed)
    else followed.close()
    return other ?? followed
  }

  /** Opened and folded anew, in the tablet's release. */
  async #open(stream: StreamId): Promise<StreamState> {
    const opened = await openStream(this.db, stream, this.tablet.kinds)
    const { state, position } = opened
    if (this.#world.random.chance(0.3)) await saveSnapshot(this.db, { stream, position, state })
    return state
  }

  #shrugOff(error: unknown): void {
    if (!(error instanceof LocalDatabaseError)) throw error
    this.#world.note(`${this.owner.name} ${error.code}`)
  }
}
