// The storages of evidence that the contract suite runs on.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { evidencePath, type EvidenceStore } from '../../../src/server/evidence/EvidenceStore.ts'
import { openEvidenceStore } from '../../../src/server/evidence/openEvidenceStore.ts'
import { startS3 } from './startS3.ts'

export interface EvidencePlace {
  readonly name: 'disk' | 'S3'
  readonly open: () => Promise<OpenedPlace>
}

export interface OpenedPlace {
  readonly store: EvidenceStore
  /** For staged files: on the same disk. */
  readonly folder: string
  /** Puts other bytes behind a name. */
  readonly damage: (sha256: string, bytes: Uint8Array) => Promise<void>
  readonly dispose: () => Promise<void>
}

export const evidencePlaces: readonly EvidencePlace[] = [
  {
    name: 'disk',
    open: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'genba-evidence-'))
      return {
        store: openEvidenceStore({ folder, s3: undefined }),
        folder,
        damage: (sha256, bytes) => writeFile(join(folder, evidencePath(sha256)), bytes),
        dispose: () => rm(folder, { recursive: true, force: true }),
      }
    },
  },
  {
    name: 'S3',
    open: async () => {
      const [folder, s3] = [await mkdtemp(join(tmpdir(), 'genba-evidence-')), await startS3()]
      return {
        store: openEvidenceStore({ folder, s3: s3.settings }),
        folder,
        damage: (sha256, bytes) => s3.damage(evidencePath(sha256), bytes),
        dispose: async () => {
          await s3.dispose()
          await rm(folder, { recursive: true, force: true })
        },
      }
    },
  },
]
