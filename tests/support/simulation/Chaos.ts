// What happens in a run: people enter things while lines, processes, disks and clocks fail. Then everything works again, and nothing
// new is entered.
import { identityOf } from './Identity.ts'
import { Journal } from './Journal.ts'
import { findLost, noteCopies } from './findLost.ts'
import { SimulatedNetwork } from './SimulatedNetwork.ts'
import { SimulatedServer } from './SimulatedServer.ts'
import { SimulatedTablet } from './SimulatedTablet.ts'
import type { SimulatedTab } from './SimulatedTab.ts'
import { drawWeather, type Weather } from './Weather.ts'
import { copyDisk } from './copyDisk.ts'
import type { World } from './World.ts'
import type { StreamId } from '../../../src/domain/oplog/Dot.ts'
import { markForRefetch } from '../../../src/localdb/markForRefetch.ts'

const mostTablets = 6
/** Longer than any back-off and any time that a server may ask for. */
const mostCalmMs = 20 * 60_000

export class Chaos {
  readonly world: World
  readonly server: SimulatedServer
  readonly journal = new Journal()
  readonly streams: readonly StreamId[]
  readonly #weather: Weather
  readonly #network: SimulatedNetwork
  readonly #tablets: SimulatedTablet[] = []
  /** Tablets that lost everything at least once. */
  readonly #forgetful = new Set<string>()
  #identities = 0

  private constructor(world: World, server: SimulatedServer, weather: Weather) {
    this.world = world
    this.server = server
    this.#weather = weather
    this.#network = new SimulatedNetwork(world, server)
    this.streams = ['audit-1', 'audit-2'].slice(0, weather.streams) as StreamId[]
  }

  static async create(world: World): Promise<Chaos> {
    const weather = drawWeather(world.random)
    const chaos = new Chaos(world, await SimulatedServer.create(world), weather)
    await chaos.#startServer()
    for (let count = 0; count < weather.tablets; count += 1) {
      const tablet = chaos.#addTablet()
      if (weather.olderReleases) tablet.hasNewRelease = world.random.chance(0.5)
      tablet.openTab()
    }
    await world.runSteps(200)
    return chaos
  }

  async rage(): Promise<void> {
    const { random } = this.world
    for (let step = 0; step < this.#weather.steps; step += 1) {
      await this.#doSomething()
      // Now and then the next thing comes in the very middle of this one.
      if (random.chance(0.5)) await this.world.runSteps(random.spread(1, 100))
      else await this.world.run(random.spread(10, 20_000))
    }
  }

  /** Everything works, and time passes. Returns one open tab a tablet. */
  async calm(): Promise<SimulatedTab[]> {
    this.world.note('calm')
    const { owner } = this.server
    if (owner !== undefined) owner.fuse = undefined
    if (!this.server.isUp) await this.#startServer()
    for (const tablet of this.#tablets) this.#soothe(tablet)
    await this.#waitUntilQuiet()
    if (this.#weather.damage > 0 || this.#weather.signs) await this.#readEverything()
    return this.#tablets.flatMap(({ name, openTabs: [tab] }) => {
      if (tab === undefined) this.world.problem(`${name} does not open`)
      return tab ?? []
    })
  }

  end(): void {
    for (const { tabs } of this.#tablets) for (const { owner } of tabs) owner.isAlive = false
    this.server.dispose()
  }

  /** As the home screen does: damage, and a first download that a later act holds back in part, are found by whoever reads. */
  async #readEverything(): Promise<void> {
    for (const { openTabs } of this.#tablets) for (const stream of this.streams) openTabs[0]?.read(stream)
    await this.world.run(1_000)
    await this.#waitUntilQuiet()
  }

  /** No longer than `mostCalmMs`: what does not come to rest by then will not do so at all. */
  async #waitUntilQuiet(): Promise<void> {
    const { world } = this
    const calmAt = world.now
    while (world.now < calmAt + mostCalmMs) {
      await world.run(5_000)
      for (const tablet of this.#tablets) if (tablet.tabs.length === 0) tablet.openTab()
      const newsAt = Math.max(calmAt, this.#network.lastNewsAt)
      if (this.#tablets.every((tablet) => tablet.isQuietSince(newsAt))) return world.run(5_000)
    }
    const loud = this.#tablets.filter((tablet) => !tablet.isQuietSince(Math.max(calmAt, this.#network.lastNewsAt)))
    for (const { name, openTabs } of loud)
      world.problem(`${name} does not come to rest: ${JSON.stringify(openTabs.map(({ status }) => status))}`)
  }

  async #startServer(): Promise<void> {
    await this.world.runUntil(this.server.start(), 0)
  }

  #soothe(tablet: SimulatedTablet): void {
    tablet.line = 'clear'
    tablet.disk.isFull = false
    for (const { owner } of tablet.tabs) owner.fuse = undefined
    if (!tablet.hasNewRelease) this.#upgrade(tablet)
    if (tablet.tabs.length === 0) tablet.openTab()
  }

  #addTablet(): SimulatedTablet {
    const { world, journal } = this
    const tablet = new SimulatedTablet({
      name: `tablet${this.#tablets.length + 1}`,
      newIdentity: () => identityOf((this.#identities += 1)),
      world,
      journal,
      network: this.#network,
      hasNewRelease: true,
      sealsSlowly: this.#weather.sealsSlowly,
      maySign: this.#weather.signs,
    })
    this.#tablets.push(tablet)
    return tablet
  }

  async #doSomething(): Promise<void> {
    const { random } = this.world
    const weather = this.#weather
    const tablet = random.pick(this.#tablets)
    const act = random.weighted<() => unknown>([
      [weather.enter, () => this.#enter(tablet)],
      [weather.hurry, () => this.#hurry(tablet)],
      [weather.changeLine, () => this.#changeLine(tablet)],
      [weather.crashTablet, () => this.#crash(tablet)],
      [weather.killServer, () => this.#killServer()],
      [weather.backUp, () => this.world.runUntil(this.server.backUp(), 0)],
      [weather.restore, () => this.#restore()],
      [weather.changeClock, () => this.#changeClock(tablet)],
      [weather.evict, () => this.#evict(tablet)],
      [weather.clone, () => this.#clone(tablet)],
      [weather.fillDisk, () => this.#fillDisk(tablet)],
      [weather.changeTabs, () => this.#changeTabs(tablet)],
      [weather.upgrade, () => this.#upgrade(tablet)],
      [weather.refetch, () => this.#refetch(tablet)],
      [weather.type, () => tabOf(tablet, random.fraction())?.type(random.pick(this.streams))],
      [weather.freeze, () => this.#freeze(tablet)],
      [weather.damage, () => this.#damage(tablet)],
    ])
    await act()
  }

  #enter(tablet: SimulatedTablet): void {
    const { random } = this.world
    const tab = tabOf(tablet, random.fraction())
    if (tab === undefined) return void tablet.openTab()
    const stream = random.pick(this.streams)
    for (let count = random.between(1, 3); count > 0; count -= 1) tab.enter(stream, random.chance(0.8))
  }

  #hurry(tablet: SimulatedTablet): void {
    const tab = tabOf(tablet, this.world.random.fraction())
    if (this.world.random.chance(0.5)) tab?.syncNow()
    else tab?.comeBack()
  }

  #changeLine(tablet: SimulatedTablet): void {
    tablet.line = this.world.random.weighted(this.#weather.lines)
    this.world.note(`${tablet.name} line ${tablet.line}`)
  }

  /** At once, or somewhere in the next steps. */
  #crash(tablet: SimulatedTablet): void {
    const { random } = this.world
    const tab = tabOf(tablet, random.fraction())
    if (tab === undefined) return void tablet.openTab()
    if (random.chance(0.7)) tab.owner.fuse = random.spread(1, 200)
    else tablet.crash(random.pick(['killed', 'power-cut']))
  }

  async #killServer(): Promise<void> {
    const { owner } = this.server
    if (owner === undefined) await this.#startServer()
    else owner.fuse = this.world.random.spread(1, 100)
  }

  async #restore(): Promise<void> {
    const { backups } = this.server
    if (backups.length === 0) return
    const age = this.world.random.between(1, Math.min(3, backups.length))
    const backup = backups[backups.length - age]
    if (backup === undefined) return
    this.journal.hasRestores = true
    this.server.kill()
    await this.server.restore(backup)
    const lost = await findLost(this.journal, this.server, this.#tablets)
    // The two newest backups are what tablets count on when they let pages go; whoever wrote an entry still has it [P15].
    if (age <= 2 && this.#weather.clone === 0) {
      for (const { author, tablet } of lost.filter((attempt) => !this.#forgetful.has(attempt.tablet)))
        this.world.problem(`${author} of ${tablet} was let go before the backups had it`)
    }
    await this.#startServer()
  }

  #changeClock(tablet: SimulatedTablet): void {
    const { random } = this.world
    const year = 365 * 24 * 3_600_000
    tablet.clockOffset = random.pick([0, -3 * year, 2 * year, random.between(-90_000, 90_000)])
    this.world.note(`${tablet.name} clock ${tablet.clockOffset}`)
  }

  /** The browser throws everything away. What comes after is another device. */
  async #evict(tablet: SimulatedTablet): Promise<void> {
    tablet.crash('killed')
    tablet.disk.evict()
    this.#forgetful.add(tablet.name)
    this.journal.forgetTyped(tablet.name)
    this.world.note(`${tablet.name} lost everything`)
    await findLost(this.journal, this.server, this.#tablets)
    tablet.openTab()
  }

  /** A backup of the whole tablet is put onto another one: two devices with one key. */
  async #clone(tablet: SimulatedTablet): Promise<void> {
    if (this.#tablets.length >= mostTablets) return
    tablet.crash('killed')
    noteCopies(this.journal, tablet)
    const copy = this.#addTablet()
    copy.hasNewRelease = tablet.hasNewRelease
    this.world.note(`${copy.name} is a copy of ${tablet.name}`)
    this.journal.copyTyped(tablet.name, copy.name)
    await this.world.runUntil(copyDisk(tablet.disk, copy.disk), 0)
    for (const one of [tablet, copy]) one.openTab()
  }

  #fillDisk(tablet: SimulatedTablet): void {
    tablet.disk.isFull = !tablet.disk.isFull
    this.world.note(`${tablet.name} disk ${tablet.disk.isFull ? 'full' : 'free'}`)
  }

  #changeTabs(tablet: SimulatedTablet): void {
    const { random } = this.world
    if (random.chance(0.3)) tablet.locks.steal()
    else if (tablet.tabs.length < this.#weather.mostTabs) tablet.openTab()
    else tabOf(tablet, random.fraction())?.close()
  }

  /** The browser stops a tab nobody looks at. Another one may take its place, and meet it again when it wakes. */
  #freeze(tablet: SimulatedTablet): void {
    const { random } = this.world
    const tab = tabOf(tablet, random.fraction())
    if (tab === undefined) return
    const ms = random.spread(100, 60_000)
    this.world.note(`${tab.owner.name} freezes for ${ms}`)
    this.world.freeze(tab.owner, ms)
    if (random.chance(0.5)) tablet.locks.steal()
  }

  /** Some page, and whatever else is only a copy, cannot be read any more. */
  #damage(tablet: SimulatedTablet): void {
    const { random } = this.world
    tablet.crash('killed')
    const rows = ['segments', 'snapshots', 'bases'].flatMap((store) => tablet.disk.rows(store))
    if (rows.length > 0) damageRow(random.pick(rows))
    this.world.note(`${tablet.name} has a damaged row`)
    tablet.openTab()
  }

  /** All tabs are closed and the new release starts. */
  #upgrade(tablet: SimulatedTablet): void {
    if (tablet.hasNewRelease) return
    tablet.crash('killed')
    tablet.hasNewRelease = true
    tablet.openTab()
  }

  /** A reader found a damaged page. */
  #refetch(tablet: SimulatedTablet): void {
    const tab = tabOf(tablet, this.world.random.fraction())
    const stream = this.world.random.pick(this.streams)
    tab?.run(() => markForRefetch(tab.db, stream).catch(() => undefined))
  }
}

function damageRow(row: unknown): void {
  if (typeof row === 'object' && row !== null && 'bytes' in row && row.bytes instanceof Uint8Array) row.bytes.fill(0)
}

function tabOf(tablet: SimulatedTablet, fraction: number): SimulatedTab | undefined {
  const { openTabs } = tablet
  return openTabs[Math.floor(fraction * openTabs.length)]
}
