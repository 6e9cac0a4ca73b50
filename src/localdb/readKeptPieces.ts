// What this tablet keeps and no program can use any more: damaged rows as they are stored, and what was set aside with a former identity.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { RetiredRow } from './LocalRows.ts'
import { unpackOperations } from './packOperations.ts'
import { readDrafts } from './readDrafts.ts'
import { openOwnTexts } from './readStreamLog.ts'
import { draftPlace, operationPlace, retiredPlace } from './rowPlaces.ts'
import { openText } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

export interface KeptRow {
  readonly what: 'operation' | 'draft' | 'set-aside'
  /** Where it lies. */
  readonly place: string
  readonly code: string
  /** The stored bytes in hexadecimal, or the texts of a readable operation as JSON. */
  readonly content: string
}

export async function readKeptPieces(db: LocalDatabase): Promise<KeptRow[]> {
  const { dexie } = db
  const [own, retired, draftRows] = await withLocalDatabase(db, () =>
    Promise.all([dexie.operations.toArray(), dexie.retired.toArray(), dexie.drafts.toArray()]),
  )
  const operations = (await openOwnTexts(db, own)).flatMap(({ row, encoded }): KeptRow[] =>
    encoded !== undefined
      ? []
      : [{ what: 'operation', place: operationPlace(row), code: row.code, content: asHex(row.bytes) }],
  )
  const damagedDrafts = new Set(
    (await readDrafts(db)).flatMap(({ key, content }) => (content === undefined ? [draftPlace(key)] : [])),
  )
  const drafts = draftRows.flatMap((row): KeptRow[] =>
    damagedDrafts.has(draftPlace(row))
      ? [{ what: 'draft', place: draftPlace(row), code: 'damaged', content: asHex(row.bytes) }]
      : [],
  )
  // What was recorded once more under the new identity is in the outbox.
  const aside = retired.filter(({ movedTo }) => movedTo === null).map((row) => setAside(db, row))
  return [...operations, ...drafts, ...(await Promise.all(aside))]
}

async function setAside(db: LocalDatabase, row: RetiredRow): Promise<KeptRow> {
  const text = await openText(db, row.bytes, retiredPlace(row))
  const encoded = text === undefined ? undefined : unpackOperations(text)?.[0]
  const content = encoded === undefined ? asHex(row.bytes) : JSON.stringify(encoded)
  return { what: 'set-aside', place: retiredPlace(row), code: row.code, content }
}

function asHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
