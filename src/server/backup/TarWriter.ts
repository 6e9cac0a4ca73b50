// Writes a tar file part by part, each with its size and SHA-256 counted on the way. Never holds a part in memory.
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { BackupPart } from './BackupManifest.ts'
import { blockBytes, formatTarHeader, paddingAfter } from '../../protocol/tar.ts'

export class TarWriter {
  readonly parts: BackupPart[] = []
  readonly #file: FileHandle
  readonly #at: Date
  #end = 0

  constructor(file: FileHandle, at: Date) {
    this.#file = file
    this.#at = at
  }

  async add(name: string, pieces: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<BackupPart> {
    const hash = createHash('sha256')
    const start = this.#end
    let bytes = 0
    for await (const piece of pieces) {
      hash.update(piece)
      await this.#write(piece, start + blockBytes + bytes)
      bytes += piece.length
    }
    // The size is known only now, so the header, which stands in front, comes last.
    await this.#write(formatTarHeader({ name, bytes }, this.#at), start)
    await this.#write(Buffer.alloc(paddingAfter(bytes)), start + blockBytes + bytes)
    this.#end = start + blockBytes + bytes + paddingAfter(bytes)
    const part = { name, bytes, sha256: hash.digest('hex') }
    this.parts.push(part)
    return part
  }

  /** Everything is on the disk when this resolves. */
  async finish(): Promise<void> {
    await this.#write(Buffer.alloc(2 * blockBytes), this.#end)
    await this.#file.sync()
  }

  async #write(bytes: Uint8Array, position: number): Promise<void> {
    let written = 0
    while (written < bytes.length) {
      const { bytesWritten } = await this.#file.write(bytes, written, bytes.length - written, position + written)
      written += bytesWritten
    }
  }
}
