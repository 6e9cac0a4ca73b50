// Brings the rows of a version 2 database to version 3: evidence learns its type, its proof and where its upload stands.
import type { Transaction } from 'dexie'
import { evidenceChunkBytes } from './evidenceChunkBytes.ts'
import type { EvidenceRow } from './LocalRows.ts'

type SecondEvidenceRow = Pick<EvidenceRow, 'sha256' | 'size'> & { readonly status: 'unsent' | 'stored' }

/** Nothing proves what a version 2 row calls stored: it is offered to the server once more, which then says that it has it. */
export async function upgradeFromVersion2(transaction: Transaction): Promise<void> {
  const evidence = transaction.table<SecondEvidenceRow | EvidenceRow, string>('evidence')
  const rows = await evidence.toArray()
  await evidence.bulkPut(rows.map(({ sha256, size }) => asThird({ sha256, size })))
}

function asThird(row: Pick<EvidenceRow, 'sha256' | 'size'>): EvidenceRow {
  const unknown = { mediaType: 'application/octet-stream', heldSince: '', code: '', proof: null, upload: null }
  return { ...row, status: 'unsent', chunkSize: evidenceChunkBytes, ...unknown }
}
