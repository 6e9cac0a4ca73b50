// Which server this is, as far as evidence is concerned: the key its receipts are signed with, and what its backups hold.
import { deviceIdOf } from '../domain/oplog/deviceIdOf.ts'
import type { Sha256 } from '../domain/oplog/Sha256.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { readVault } from '../localdb/readVault.ts'
import { writeVault } from '../localdb/writeVault.ts'
import { serverKey, type ServerKey } from '../protocol/signature.ts'
import { z } from '../protocol/strictZod.ts'

export interface KnownServer {
  readonly epoch: string
  /** Undefined where the server makes no receipts: then no evidence is sent. */
  readonly key: ServerKey | undefined
  /** Evidence with a receipt from before this instant of its clock is in its second newest backup [P24]; null: none is. */
  readonly backedUpTo: string | null
}

const vaultName = 'server'
const kept = z.object({ epoch: z.string(), key: serverKey, backedUpTo: z.string().nullable() })

/** The first key seen in an epoch stays the one [P23]. Written down, so that every tab and every start knows it. */
export async function pinServer(db: LocalDatabase, told: KnownServer): Promise<KnownServer> {
  const before = await readKnownServer(db)
  const isPinned = before?.epoch === told.epoch && before.key !== undefined
  const offered = told.key && isOfItsKey(told.key, db.sha256) ? told.key : undefined
  const server = { ...told, key: isPinned ? before.key : offered }
  const isNew = before?.epoch !== server.epoch || before.backedUpTo !== server.backedUpTo
  if (server.key !== undefined && isNew) await writeVault(db, vaultName, server)
  return server
}

export async function readKnownServer(db: LocalDatabase): Promise<KnownServer | undefined> {
  const parsed = kept.safeParse(await readVault(db, vaultName))
  return parsed.success ? parsed.data : undefined
}

function isOfItsKey({ id, publicKey }: ServerKey, sha256: Sha256): boolean {
  return deviceIdOf(publicKey, sha256) === id
}
