// Everything that exists on this tablet alone, as one value to be saved to a file: the way out when nothing else works.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { OperationRow } from './LocalRows.ts'
import { openOwn, type OpenedOwn } from './readStreamLog.ts'
import { readDrafts } from './readDrafts.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

export interface UnsentExport {
  readonly format: 'genba-unsent'
  readonly version: 1
  /** ISO instant, handed in. */
  readonly exportedAt: string
  /** Who and where, as handed in (device id, public key, person). */
  readonly origin: unknown
  readonly operations: readonly ExportedOperation[]
  readonly drafts: readonly unknown[]
}

interface ExportedOperation {
  readonly stream: string
  readonly n: number
  readonly status: string
  readonly code: string
  /** Header, body and salt verbatim; or, of a damaged row, its stored bytes in hexadecimal for a specialist. */
  readonly content:
    { readonly header: string; readonly body: string; readonly salt: string } | { readonly damaged: string }
}

export interface ExportOrigin {
  readonly exportedAt: string
  readonly origin: unknown
}

export async function exportUnsent(db: LocalDatabase, { exportedAt, origin }: ExportOrigin): Promise<UnsentExport> {
  const rows = await withLocalDatabase(db, () => db.dexie.operations.toArray())
  // Acknowledged ones too: they are few, and a server restored from an old backup may have lost them.
  const opened = new Map((await openOwn(db, rows, [])).map((own) => [own.row, own]))
  return {
    format: 'genba-unsent',
    version: 1,
    exportedAt,
    origin,
    operations: rows.map((row) => exported(row, opened.get(row))),
    drafts: await readDrafts(db),
  }
}

function exported(row: OperationRow, opened: OpenedOwn | undefined): ExportedOperation {
  const { stream, n, status, code } = row
  const content = opened?.encoded ?? {
    damaged: Array.from(row.bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  }
  return { stream, n, status, code, content }
}
