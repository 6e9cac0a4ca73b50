// Keeps a tab that has not heard of it yet from writing under an identity that the tablet has given up: its chain is another one now.
import type { LocalDatabase } from './LocalDatabase.ts'
import { LocalDatabaseError } from './LocalDatabaseError.ts'
import type { SentinelRow } from './LocalRows.ts'
import type { NativeRead } from './readNatively.ts'
import type { DeviceId } from '../domain/oplog/Dot.ts'

/** Inside a transaction over `sentinel`: throws, and so aborts it, where the tablet is another device than this tab believes. */
export async function checkIdentity(db: LocalDatabase): Promise<void> {
  const { device } = db.identity
  if (device !== undefined) refuseOther(db, await db.dexie.sentinel.get('device'), device)
}

/** The same inside a transaction that goes past Dexie. */
export async function checkIdentityNatively(
  db: LocalDatabase,
  transaction: IDBTransaction,
  read: NativeRead,
): Promise<void> {
  const { device } = db.identity
  if (device === undefined) return
  const row = await read(transaction.objectStore('sentinel').get('device') as IDBRequest<SentinelRow | undefined>)
  refuseOther(db, row, device)
}

/**
 * `row`: what the database says, of the same moment as what is to be written. A database that has lost the row was emptied under this
 * page. Where this tab has never looked which device it is, a missing row means nothing.
 */
export function refuseOther(
  { identity }: Pick<LocalDatabase, 'identity'>,
  row: { readonly device: string } | undefined,
  device: DeviceId,
): void {
  if (row === undefined && identity.device !== undefined) throw new LocalDatabaseError('database-lost')
  if (row !== undefined && row.device !== device) throw new LocalDatabaseError('identity-changed')
}
