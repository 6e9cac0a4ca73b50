// A packed state, zipped once for all who will ask. A device keeps it as it comes, so that a first download unpacks nothing.
import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'
import { packedStateFormat, type PackedState } from '../../domain/oplog/packState.ts'
import { zippedState, type ZippedState } from '../../protocol/snapshot.ts'

const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** How every text that this release stores begins. */
export const zippedStateBeginning = `{"packed":${String(packedStateFormat)},`

/** As the store takes it. Made once and read often: worth the slowest level, in a thread of zlib's own. */
export async function zipState(state: PackedState): Promise<string> {
  const text = Buffer.from(JSON.stringify(state))
  const zipped = await zip(text, { level: constants.Z_BEST_COMPRESSION })
  const stored: ZippedState = { packed: packedStateFormat, size: text.length, gzip: zipped.toString('base64') }
  return JSON.stringify(stored)
}

/** Throws for what `zipState` did not write. */
export function parseZippedState(stored: string): ZippedState {
  return zippedState.parse(JSON.parse(stored))
}

/** The state, still as unknown as anything that is read. */
export async function unzipState(state: ZippedState): Promise<unknown> {
  const text = await unzip(Buffer.from(state.gzip, 'base64'), {})
  return JSON.parse(text.toString('utf8'))
}
