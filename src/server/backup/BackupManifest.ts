// What a backup says of itself: its parts with their sums, and how far every stream went. The last thing written into it.
import { hash } from 'node:crypto'
import { z } from '../../protocol/strictZod.ts'

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

const evidencePrefix = 'evidence/'
/** As evidence is kept: by the beginning of its sum, then the sum. Nothing that could lead out of the folder. */
const evidencePath = /^[A-Za-z0-9_-]{2}\/[A-Za-z0-9_-]{43,64}$/

export function isEvidencePath(path: string): boolean {
  return evidencePath.test(path)
}

export function evidencePart(path: string): string {
  return evidencePrefix + path
}

/** The path inside the evidence folder; undefined for other parts and for names that no backup has. */
export function evidencePathOf(part: string): string | undefined {
  const path = part.slice(evidencePrefix.length)
  return part.startsWith(evidencePrefix) && isEvidencePath(path) ? path : undefined
}
