// Opens this tablet's database with what the browser gives: hashing, hints between tabs, and for now a sealer without secrecy.
import { release } from './release.ts'
import { createChannel } from '../device/channel.ts'
import { sha256 } from '../device/sha256.ts'
import { isStreamId } from '../domain/oplog/Dot.ts'
import { branded, shape } from '../domain/parse/Parser.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { openLocalDatabase } from '../localdb/openLocalDatabase.ts'
import { plainSealer } from '../localdb/plainSealer.ts'

const parseHint = shape({ stream: branded(isStreamId) })

export function openTabletDatabase(): Promise<LocalDatabase> {
  const hints = createChannel('genba.hints', parseHint)
  return openLocalDatabase({ name: 'genba', sealer: plainSealer, sha256, release, hints })
}
