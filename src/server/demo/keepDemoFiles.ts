// Brings the samples' evidence to where the server keeps evidence, by the same checks as every upload.
import { Readable } from 'node:stream'
import { mostEvidencePutBytes } from '../../protocol/limits.ts'
import { acceptFile } from '../evidence/acceptFile.ts'
import { openEvidenceStore, stagingFolderIn, type EvidenceSettings } from '../evidence/openEvidenceStore.ts'
import { receiveFile } from '../evidence/receiveFile.ts'

/** By SHA-256 as base64url. */
export async function keepDemoFiles(settings: EvidenceSettings, files: ReadonlyMap<string, Buffer>): Promise<void> {
  const store = openEvidenceStore(settings)
  const receiving = { folder: stagingFolderIn(settings), mostBytes: mostEvidencePutBytes }
  for (const [sha256, bytes] of files) {
    const received = await receiveFile(Readable.from([bytes]), receiving)
    const accepted = received.ok ? await acceptFile(store, sha256, received.value) : received
    if (!accepted.ok) throw new Error(`sample evidence refused: ${accepted.error}`)
  }
}
