// Keeps a tab that has not heard of it yet from writing under an identity that the tablet has given up: its chain is another one now.
import type { LocalDatabase } from './LocalDatabase.ts'
import { LocalDatabaseError } from './LocalDatabaseError.ts'
import type { DeviceId } from '../domain/oplog/Dot.ts'

/** Inside a transaction over `sentinel`: throws, and so aborts it, where the tablet is another device than this tab believes. */
export async function checkIdentity({ dexie, identity }: LocalDatabase): Promise<void> {
  if (identity.device === undefined) return
  refuseOther(await dexie.sentinel.get('device'), identity.device)
}

/** A database without a sentinel row has no identity yet that could have changed. */
export function refuseOther(row: { readonly device: string } | undefined, device: DeviceId): void {
  if (row !== undefined && row.device !== device) throw new LocalDatabaseError('identity-changed')
}
