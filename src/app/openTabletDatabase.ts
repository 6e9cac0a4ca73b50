// Opens this tablet's database with what the browser gives: hashing, hints between tabs, a journal, and for now a sealer without secrecy.
import { release } from './release.ts'
import { createChannel } from '../device/channel.ts'
import { readDatabaseName } from '../device/databaseName.ts'
import { fillDiskReserve, freeDiskReserve } from '../device/diskReserve.ts'
import { createPageJournal, type PageJournal } from '../device/journalStorage.ts'
import { randomId } from '../device/randomId.ts'
import { mayReload, reloadOnce } from '../device/reloadOnce.ts'
import { reloadPage } from '../device/reloadPage.ts'
import { sha256 } from '../device/sha256.ts'
import { watchGoing } from '../device/watchGoing.ts'
import { isStreamId } from '../domain/oplog/Dot.ts'
import { branded, shape } from '../domain/parse/Parser.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { openLocalDatabase } from '../localdb/openLocalDatabase.ts'
import { plainSealer } from '../localdb/plainSealer.ts'

const parseHint = shape({ stream: branded(isStreamId) })

/** Writes that are under way fail within that time, and go to the journal too. */
const gatherMs = 400

export async function openTabletDatabase(): Promise<LocalDatabase> {
  const hints = createChannel('genba.hints', parseHint)
  const journal = createPageJournal(randomId())
  const onLost = () => leaveSoon(journal)
  const diskReserve = { fill: fillDiskReserve, free: freeDiskReserve }
  const db = await openLocalDatabase({
    name: readDatabaseName(),
    sealer: plainSealer,
    sha256,
    release,
    hints,
    journal,
    diskReserve,
    onLost,
  })
  watchGoing(db.leave, reloadPage)
  return db
}

/** Loads the page anew, the one cure for a dead connection, unless that was tried just before or something is on the screen alone. */
function leaveSoon(journal: PageJournal): boolean {
  if (!mayReload(Date.now())) return false
  setTimeout(() => {
    if (journal.isKept()) reloadOnce(Date.now())
  }, gatherMs)
  return true
}
