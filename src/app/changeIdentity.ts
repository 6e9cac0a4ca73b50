// What happens when a copy of this tablet turns out to be in use elsewhere: this one becomes another device, and every tab of it is
// loaded anew. Whatever a tab saves before that is refused and kept in its journal, so nothing is written under the old identity.
import { createIdentity } from './openIdentity.ts'
import { createChannel } from '../device/channel.ts'
import { writeSentinelCopy } from '../device/sentinelCopy.ts'
import { branded, shape } from '../domain/parse/Parser.ts'
import { isDeviceId, type DeviceId } from '../domain/oplog/Dot.ts'
import { adoptIdentity } from '../localdb/adoptIdentity.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'

const parseNews = shape({ device: branded(isDeviceId) })
const news = createChannel('genba.identity', parseNews)

/** `onChanged` is called once the new identity is written. Rejects with `LocalDatabaseError`, and then the old one goes on. */
export async function changeIdentity(db: LocalDatabase, from: DeviceId, onChanged: () => void): Promise<void> {
  const next = await createIdentity()
  const adoption = await adoptIdentity(db, { from, next })
  if (adoption !== undefined) {
    writeSentinelCopy(next.device)
    news.post({ device: next.device })
  }
  onChanged()
}

/** Calls back when another tab has given the tablet another identity than this tab knows. */
export function watchIdentity(device: DeviceId, onChanged: () => void): void {
  news.subscribe((message) => {
    if (message.device !== device) onChanged()
  })
}
