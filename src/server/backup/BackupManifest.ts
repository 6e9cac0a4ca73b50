// What a backup says of itself: its parts with their sums, and how far every stream went. The last thing written into it.
import { hash } from 'node:crypto'
import { z } from '../../protocol/strictZod.ts'
import { evidencePath, isEvidenceName } from '../evidence/EvidenceStore.ts'

/** Raise it when a reader of today could not restore what is written. */
export const backupFormat = 1
export const manifestName = 'manifest.json'
export const manifestSumName = 'manifest.json.sha256'

/** The manifest's own sum, in the form that `sha256sum -c` reads. */
export function manifestSum(manifest: string): string {
  return `${hash('sha256', manifest)}  ${manifestName}\n`
}

const count = z.int().min(0)
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)

export const backupManifest = z.object({
  format: z.literal('genba-backup'),
  version: z.int().min(1),
  madeAt: z.string(),
  /** Where the rows came from, for people: either engine takes them. */
  engine: z.enum(['SQLite', 'PostgreSQL']),
  /** Migrations that the database had seen, in their order. */
  schema: z.array(z.string()).min(1),
  epochs: z.array(z.object({ organisation: z.string(), epoch: z.string() })),
  streams: z.array(z.object({ organisation: z.string(), stream: z.string(), head: count, root: z.string() })),
  /** `rows`: of a table; absent for evidence. */
  parts: z.array(z.object({ name: z.string(), bytes: count, sha256: sha256Hex, rows: count.optional() })),
})

export type BackupManifest = z.infer<typeof backupManifest>
export type BackupPart = BackupManifest['parts'][number]

export function tablePart(table: string): string {
  return `database/${table}.jsonl.gz`
}

/** By the beginning of its name, then its name, which is the SHA-256 of its bytes. */
export function evidencePart(sha256: string): string {
  return `evidence/${evidencePath(sha256)}`
}

/** Undefined for other parts, and for names that no backup of ours has. */
export function evidenceNameOf(part: string): string | undefined {
  const name = part.slice(part.lastIndexOf('/') + 1)
  return isEvidenceName(name) && part === evidencePart(name) ? name : undefined
}

/** Whether a part's bytes are those its evidence is named after. */
export function isUndamaged(sha256: string, part: BackupPart): boolean {
  return Buffer.from(sha256, 'base64url').toString('hex') === part.sha256
}
