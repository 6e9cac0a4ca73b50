// One tablet: its disk, its clock, its line, its tabs. It can lose a tab, all of them, or everything.
import { Channel } from './Channel.ts'
import type { Journal } from './Journal.ts'
import type { Line, SimulatedNetwork } from './SimulatedNetwork.ts'
import { SimulatedTab } from './SimulatedTab.ts'
import { TabLocks } from './TabLocks.ts'
import { TabletDisk, type Death } from './TabletDisk.ts'
import type { World } from './World.ts'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import type { KindTable } from '../../../src/domain/oplog/KindTable.ts'
import type { DeviceId } from '../../../src/domain/oplog/Dot.ts'
import type { Identity } from '../../../src/localdb/Identity.ts'
import type { StreamHint } from '../../../src/localdb/LocalDatabase.ts'
import { plainSealer } from '../../../src/localdb/plainSealer.ts'
import type { Sealer } from '../../../src/localdb/Sealer.ts'

export interface TabletSettings {
  readonly name: string
  /** A key that nobody had before. */
  readonly newIdentity: () => Identity
  readonly world: World
  readonly network: SimulatedNetwork
  readonly journal: Journal
  /** The older release does not know every kind. */
  readonly hasNewRelease: boolean
  /** Sealing takes its time, as encryption does. */
  readonly sealsSlowly: boolean
  /** Its people sign audits off. */
  readonly maySign: boolean
}

/** A tab that has just thawed may have saved something that is not counted yet. */
const countedMs = 1_000

const { 'answer-measured': _, 'finding-lead-worded': __, ...olderKinds } = auditKinds

export class SimulatedTablet {
  readonly name: string
  readonly world: World
  readonly network: SimulatedNetwork
  readonly journal: Journal
  readonly disk: TabletDisk
  readonly newIdentity: () => Identity
  readonly maySign: boolean
  line: Line = 'clear'
  /** The tablet's clock minus the true time. */
  clockOffset = 0
  hasNewRelease: boolean
  /** When it asked the server the last time and heard that there is nothing new. */
  noNewsAt = 0
  tabs: SimulatedTab[] = []
  readonly sealer: Sealer
  locks: TabLocks
  channel: Channel<unknown>
  hints: Channel<StreamHint>
  /** Which device this tablet has become. */
  news: Channel<DeviceId>
  #opened = 0

  constructor(settings: TabletSettings) {
    this.name = settings.name
    this.world = settings.world
    this.network = settings.network
    this.journal = settings.journal
    this.newIdentity = settings.newIdentity
    this.maySign = settings.maySign
    this.hasNewRelease = settings.hasNewRelease
    this.disk = new TabletDisk(this.world)
    this.sealer = settings.sealsSlowly ? slowSealer(this.world) : plainSealer
    this.locks = new TabLocks(this.world)
    this.channel = new Channel(this.world)
    this.hints = new Channel(this.world)
    this.news = new Channel(this.world)
  }

  get kinds(): KindTable {
    return this.hasNewRelease ? auditKinds : olderKinds
  }

  get release(): string {
    return this.hasNewRelease ? 'new' : 'old'
  }

  now(): number {
    return this.world.now + this.clockOffset
  }

  openTab(): SimulatedTab {
    this.#opened += 1
    const tab = new SimulatedTab(this, this.#opened)
    this.tabs.push(tab)
    this.world.note(`${tab.owner.name} opens`)
    return tab
  }

  get openTabs(): SimulatedTab[] {
    return this.tabs.filter((tab) => tab.isOpen)
  }

  /** Everything is sent, and nothing new was to be had since the instant. A frozen tab may have more to say when it thaws. */
  isQuietSince(instant: number): boolean {
    const { openTabs, world } = this
    return (
      this.noNewsAt > instant &&
      openTabs.length > 0 &&
      this.tabs.every(({ owner }) => owner.frozenUntil + countedMs <= world.now) &&
      openTabs.every(({ status }) => status.phase.state === 'idle' && status.unsent.entries === 0)
    )
  }

  /** The browser or the whole device is gone in the middle of whatever it does. */
  crash(death: Death): void {
    this.world.note(`${this.name} ${death}`)
    const tabs = this.tabs.splice(0)
    for (const { owner } of tabs) this.world.crash(owner)
    this.disk.crash(death)
  }

  onTabDeath(tab: SimulatedTab): void {
    this.tabs = this.tabs.filter((other) => other !== tab)
    this.disk.crashTab(tab.owner)
    this.locks.release(tab.owner)
    // In mid-opening it holds what cannot be taken from it alone.
    if (this.tabs.length === 0) this.disk.crash('killed')
    else if (!tab.hasOpened) this.crash('killed')
  }
}

function slowSealer(world: World): Sealer {
  return {
    async seal(bytes, aad) {
      await world.pause()
      return plainSealer.seal(bytes, aad)
    },
    async open(bytes, aad) {
      await world.pause()
      return plainSealer.open(bytes, aad)
    },
  }
}
