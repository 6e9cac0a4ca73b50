// Opens the place where evidence lies, as the settings say: a folder, or an S3-compatible storage.
import { join } from 'node:path'
import type { EvidenceStore } from './EvidenceStore.ts'
import { openDiskEvidence } from './openDiskEvidence.ts'
import { openS3Evidence } from './openS3Evidence.ts'
import type { S3Settings } from './S3Settings.ts'

export interface EvidenceSettings {
  /** Evidence on disk; with S3 only what is on its way. */
  readonly folder: string
  readonly s3: S3Settings | undefined
}

/** Where uploads lie until they are evidence. No shelf of evidence has a name of this length. */
export function stagingFolderIn({ folder }: Pick<EvidenceSettings, 'folder'>): string {
  return join(folder, 'incoming')
}

export function openEvidenceStore({ folder, s3 }: EvidenceSettings): EvidenceStore {
  return s3 === undefined ? openDiskEvidence(folder) : openS3Evidence(s3)
}
