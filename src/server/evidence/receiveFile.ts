// Writes an upload into the staging folder while hashing it. What comes out is whole, but not yet evidence and not yet on the disk for good.
import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { err, ok, type Result } from '../../domain/Result.ts'
import { toEvidenceStorageError } from './EvidenceStorageError.ts'
import type { StagedFile } from './EvidenceStore.ts'

export interface Receiving {
  /** The staging folder. */
  readonly folder: string
  readonly mostBytes: number
}

/** Uploads in one piece; those of tus have other names. */
const stagedPutPrefix = 'put-'

/** Readable for the server alone. */
const fileMode = 0o600

class TooLarge extends Error {}

/** `cut`: the sender went away. Rejects with an EvidenceStorageError. Leaves nothing behind but what it returns. */
export async function receiveFile(
  bytes: Readable,
  { folder, mostBytes }: Receiving,
): Promise<Result<StagedFile, 'cut' | 'evidence-too-large'>> {
  const path = join(folder, `${stagedPutPrefix}${randomBytes(12).toString('hex')}`)
  const hash = createHash('sha256')
  let size = 0
  const counting = new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length
      hash.update(piece)
      if (size > mostBytes) done(new TooLarge())
      else done(null, piece)
    },
  })
  try {
    await mkdir(folder, { recursive: true })
    await pipeline(bytes, counting, createWriteStream(path, { flags: 'wx', mode: fileMode }))
    return ok({ path, sha256: hash.digest('base64url'), size })
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined)
    if (error instanceof TooLarge) return err('evidence-too-large')
    if (isCut(error)) return err('cut')
    throw toEvidenceStorageError(error)
  }
}

function isCut(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE'
}
