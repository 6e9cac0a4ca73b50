// The tablet's database as the app opens it.
import type { HintPort, LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'
import { openLocalDatabase } from '../../../src/localdb/openLocalDatabase.ts'
import { plainSealer } from '../../../src/localdb/plainSealer.ts'
import { sha256 } from '../../../src/device/sha256.ts'

/** Another release ignores the snapshots of this one, so an audit is then folded from its log. */
export function openBenchDatabase(name: string, release = 'bench'): Promise<LocalDatabase> {
  return openLocalDatabase({ name, sealer: plainSealer, sha256, release, hints: noOtherTabs })
}

const noOtherTabs: HintPort = { post: () => undefined, subscribe: () => () => undefined }
