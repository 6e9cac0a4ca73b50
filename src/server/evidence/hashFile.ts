// The SHA-256 of what is stored, as base64url like every hash of ours. Never holds the file in memory.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

export function hashFile(path: string): Promise<string> {
  return hashBytes(createReadStream(path))
}

export async function hashBytes(bytes: AsyncIterable<unknown>): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of bytes) hash.update(piece as Buffer)
  return hash.digest('base64url')
}
