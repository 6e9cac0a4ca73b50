// A tablet that becomes another device by itself when a copy of it turns out to be in use elsewhere, as the app does it.
import { aTablet, type Tablet, type TabletOptions } from './aTablet.ts'
import { aBrowser } from '../localdb/aDatabase.ts'
import { testKey } from '../server/testKey.ts'
import { createDeviceKey } from '../../../src/device/deviceKey.ts'
import { adoptIdentity } from '../../../src/localdb/adoptIdentity.ts'
import { claimIdentity, type Identity } from '../../../src/localdb/Identity.ts'

export interface ClonableTablet {
  /** As it is now: another one after every restart. */
  readonly now: () => Tablet
  /** Which devices it has been, the first one first. */
  readonly names: readonly string[]
  readonly restart: () => Promise<void>
  /** One attempt, and the change of identity where it shows a fork. */
  readonly sync: () => Promise<void>
  readonly close: () => void
}

/** Nothing in these tests signs with it: the signer's key is made from its name. */
const spareKey = createDeviceKey()

/** Counted over all tablets: two copies that both change become two devices. */
let changes = 0

async function identityOf(name: string): Promise<Identity> {
  const { device, deviceKey } = testKey(name)
  return { device, ...deviceKey, privateKey: (await spareKey).privateKey }
}

export async function aClonableTablet({ browser = aBrowser(), ...options }: TabletOptions): Promise<ClonableTablet> {
  const names = [options.name]
  let isCloned = false
  const name = () => names.at(-1) ?? options.name
  const open = async () => {
    const tablet = await aTablet({ ...options, name: name(), browser, onCloned: () => (isCloned = true) })
    await claimIdentity(tablet.db, await identityOf(name()))
    tablet.db.identity.device = tablet.device
    tablet.engine.start()
    return tablet
  }
  let tablet = await open()
  const restart = async () => {
    tablet.close()
    tablet = await open()
  }
  return {
    now: () => tablet,
    names,
    restart,
    async sync() {
      await tablet.sync()
      if (!isCloned) return
      isCloned = false
      const next = `${options.name}-${String((changes += 1))}`
      await adoptIdentity(tablet.db, { from: tablet.device, next: await identityOf(next) })
      names.push(next)
      await restart()
      await tablet.sync()
    },
    close: () => tablet.close(),
  }
}
