// The tar format (POSIX ustar), as far as backups and files of unsent work need it: plain files with short names, of any size. Every tar
// program reads it.

export const blockBytes = 512

export interface TarEntry {
  /** ASCII. */
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

type Field = keyof typeof fields

/** `at`: the file's time. */
export function formatTarHeader({ name, bytes }: TarEntry, at: Date): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(blockBytes)
  const put = (field: Field, text: string) => {
    const [start, length] = fields[field]
    for (let index = 0; index < Math.min(length, text.length); index += 1)
      block[start + index] = text.charCodeAt(index) & 0xff
  }
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')
  put('name', name)
  put('mode', '0000600\0')
  put('owner', '0000000\0')
  put('group', '0000000\0')
  if (bytes <= mostOctalBytes) put('size', `${octal(bytes, 11)}\0`)
  else writeLargeSize(block, bytes)
  put('time', `${octal(Math.floor(at.getTime() / 1_000), 11)}\0`)
  put('type', '0')
  put('magic', 'ustar\u000000')
  put('checksum', `${octal(checksumOf(block), 6)}\0 `)
  return block
}

/** Undefined for anything that `formatTarHeader` does not write. A block of zeros, which ends the file, has the empty name. */
export function parseTarHeader(block: Uint8Array): TarEntry | undefined {
  if (block.length < blockBytes) return undefined
  if (block.every((byte) => byte === 0)) return { name: '', bytes: 0 }
  const text = (field: Field) => {
    const [start, length] = fields[field]
    return String.fromCharCode(...block.subarray(start, start + length)).replace(/\0.*$/s, '')
  }
  if (text('magic') !== 'ustar' || text('type') !== '0') return undefined
  if (Number.parseInt(text('checksum'), 8) !== checksumOf(block)) return undefined
  const isLarge = ((block[fields.size[0]] ?? 0) & 0x80) !== 0
  const bytes = isLarge ? readLargeSize(block) : Number.parseInt(text('size'), 8)
  return Number.isSafeInteger(bytes) && bytes >= 0 ? { name: text('name'), bytes } : undefined
}

/** How many zeros follow that many bytes. */
export function paddingAfter(bytes: number): number {
  return (blockBytes - (bytes % blockBytes)) % blockBytes
}

/** The checksum's own place counts as spaces. */
function checksumOf(block: Uint8Array): number {
  const [start, length] = fields.checksum
  const space = 0x20
  return block.reduce((sum, byte, index) => sum + (index >= start && index < start + length ? space : byte), 0)
}

/** The eight bytes that a large size is written in; before them stands the mark. */
function sizeOf(block: Uint8Array): DataView {
  return new DataView(block.buffer, block.byteOffset + fields.size[0] + 4, 8)
}

function writeLargeSize(block: Uint8Array, bytes: number): void {
  block[fields.size[0]] = 0x80
  sizeOf(block).setBigUint64(0, BigInt(bytes))
}

function readLargeSize(block: Uint8Array): number {
  return Number(sizeOf(block).getBigUint64(0))
}
