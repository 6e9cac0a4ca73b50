// Takes over the evidence of a file of unsent work, each file by the rules of an upload. Doing it again changes nothing; one that does not
// hold is left out and counted [P26].
import { Readable } from 'node:stream'
import { mostEvidenceBytes } from '../../protocol/limits.ts'
import { sha256OfPart } from '../../protocol/unsentArchive.ts'
import { readPart, type TarPart } from '../backup/readTar.ts'
import { acceptFile } from '../evidence/acceptFile.ts'
import type { EvidenceStore } from '../evidence/EvidenceStore.ts'
import { receiveFile } from '../evidence/receiveFile.ts'
import type { EvidenceCounts } from './Words.ts'

export interface EvidencePlaces {
  readonly store: EvidenceStore
  readonly stagingFolder: string
}

/** Rejects with an EvidenceStorageError. */
export async function takeEvidence(
  { store, stagingFolder }: EvidencePlaces,
  file: string,
  parts: readonly TarPart[],
): Promise<EvidenceCounts> {
  const counts = { taken: 0, already: 0, refused: 0 }
  for (const part of parts) {
    const sha256 = sha256OfPart(part.name)
    if (sha256 === undefined) continue
    if ((await store.find(sha256)) !== undefined) {
      counts.already += 1
      continue
    }
    const receiving = { folder: stagingFolder, mostBytes: mostEvidenceBytes }
    const received = await receiveFile(Readable.from(readPart(file, part)), receiving)
    const isTaken = received.ok && (await acceptFile(store, sha256, received.value)).ok
    counts[isTaken ? 'taken' : 'refused'] += 1
  }
  return counts
}
