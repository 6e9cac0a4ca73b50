// A packed state, compressed once for all who will ask: an answer is this piece with a few fields of its own behind it.
//
//   gzip header │ {"state":{…}   compressed once, ended at a byte │ ,"proto":1,"nonce":…}   stored as it is │ sum, size
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw, inflateRaw } from 'node:zlib'
import { packedStateFormat, type PackedState } from '../../domain/oplog/packState.ts'
import { z } from '../../protocol/strictZod.ts'

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

const deflatedState = z.strictObject({
  format: z.literal(packedStateFormat),
  /** Of the text, in bytes. */
  bytes: z.int(),
  crc32: z.int(),
  /** Base64 of the compressed text `{"state":{…}`, which has no end of its own. */
  deflated: z.base64(),
})

export type DeflatedState = z.infer<typeof deflatedState>

/** How every text that this release stores begins. */
export const deflatedStateBeginning = `{"format":${String(packedStateFormat)},`

/** It is made once and read often: worth the slowest level, in a thread of zlib's own. */
export async function deflateState(state: PackedState): Promise<string> {
  const text = Buffer.from(`{"state":${JSON.stringify(state)}`)
  const options = { level: constants.Z_BEST_COMPRESSION, finishFlush: constants.Z_SYNC_FLUSH }
  const bytes = await deflate(text, options)
  const deflated = bytes.toString('base64')
  const stored: DeflatedState = { format: packedStateFormat, bytes: text.length, crc32: crc32(text), deflated }
  return JSON.stringify(stored)
}

/** Throws for what `deflateState` did not write. */
export function parseDeflatedState(stored: string): DeflatedState {
  return deflatedState.parse(JSON.parse(stored))
}

/** The state, still as unknown as anything that is read. */
export async function inflateState(state: DeflatedState): Promise<unknown> {
  const read: unknown = JSON.parse(await plainAnswer(state, {}))
  return typeof read === 'object' && read !== null && 'state' in read ? read.state : undefined
}

/** The answer as text, for who does not take gzip. */
export async function plainAnswer({ deflated }: DeflatedState, fields: object): Promise<string> {
  const text = await inflate(Buffer.from(deflated, 'base64'), { finishFlush: constants.Z_SYNC_FLUSH })
  return text.toString('utf8') + ending(fields)
}

// RFC 1952 and RFC 1951.
const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 0xff])
const lastStoredBlock = 1
const crc32Bytes = 4

/** The answer as one gzip member. `fields` must stay below 64 KB, as they do: ids and numbers. */
export function gzippedAnswer(state: DeflatedState, fields: object): Buffer {
  const end = Buffer.from(ending(fields))
  const block = Buffer.alloc(5)
  block.writeUInt8(lastStoredBlock, 0)
  block.writeUInt16LE(end.length, 1)
  block.writeUInt16LE(~end.length & 0xffff, 3)
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc32(end, state.crc32), 0)
  trailer.writeUInt32LE((state.bytes + end.length) % 2 ** 32, crc32Bytes)
  return Buffer.concat([gzipHeader, Buffer.from(state.deflated, 'base64'), block, end, trailer])
}

function ending(fields: object): string {
  const text = JSON.stringify(fields)
  return text === '{}' ? '}' : `,${text.slice(1)}`
}
