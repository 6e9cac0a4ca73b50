// The tar format (POSIX ustar), as far as a backup needs it: plain files with short names, of any size. Every tar program reads it.

export const blockBytes = 512

export interface TarEntry {
  readonly name: string
  readonly bytes: number
}

/** Larger sizes do not fit into octal digits and are written in base 256, as GNU tar does. */
const mostOctalBytes = 8 ** 11 - 1

const fields = {
  name: [0, 100],
  mode: [100, 8],
  owner: [108, 8],
  group: [116, 8],
  size: [124, 12],
  time: [136, 12],
  checksum: [148, 8],
  type: [156, 1],
  magic: [257, 8],
} as const

/** `at`: the file's time. */
export function formatTarHeader({ name, bytes }: TarEntry, at: Date): Buffer {
  const block = Buffer.alloc(blockBytes)
  const put = (field: keyof typeof fields, text: string) =>
    block.write(text, fields[field][0], fields[field][1], 'latin1')
  put('name', name)
  put('mode', '0000600\0')
  put('owner', '0000000\0')
  put('group', '0000000\0')
  if (bytes <= mostOctalBytes) put('size', `${bytes.toString(8).padStart(11, '0')}\0`)
  else writeLargeSize(block, bytes)
  put(
    'time',
    `${Math.floor(at.getTime() / 1_000)
      .toString(8)
      .padStart(11, '0')}\0`,
  )
  put('type', '0')
  put('magic', 'ustar\u000000')
  put('checksum', `${checksumOf(block).toString(8).padStart(6, '0')}\0 `)
  return block
}

/** Undefined for anything that `formatTarHeader` does not write. A block of zeros, which ends the file, has the empty name. */
export function parseTarHeader(block: Buffer): TarEntry | undefined {
  if (block.every((byte) => byte === 0)) return { name: '', bytes: 0 }
  const text = (field: keyof typeof fields) => {
    const [start, length] = fields[field]
    return block.toString('latin1', start, start + length).replace(/\0.*$/s, '')
  }
  if (text('magic') !== 'ustar' || text('type') !== '0') return undefined
  if (Number.parseInt(text('checksum'), 8) !== checksumOf(block)) return undefined
  const isLarge = ((block[fields.size[0]] ?? 0) & 0x80) !== 0
  return { name: text('name'), bytes: isLarge ? readLargeSize(block) : Number.parseInt(text('size'), 8) }
}

/** How many zeros follow that many bytes. */
export function paddingAfter(bytes: number): number {
  return (blockBytes - (bytes % blockBytes)) % blockBytes
}

/** The checksum's own place counts as spaces. */
function checksumOf(block: Buffer): number {
  const [start, length] = fields.checksum
  const space = 0x20
  return block.reduce((sum, byte, index) => sum + (index >= start && index < start + length ? space : byte), 0)
}

function writeLargeSize(block: Buffer, bytes: number): void {
  const [start] = fields.size
  block[start] = 0x80
  block.writeBigUInt64BE(BigInt(bytes), start + 4)
}

function readLargeSize(block: Buffer): number {
  return Number(block.readBigUInt64BE(fields.size[0] + 4))
}
