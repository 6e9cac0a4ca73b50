// The server's own key [P23]: made when a database begins, one for all processes on it. Never part of a dump, so a restored database
// makes another one, and nobody who holds a backup can sign as this server.
import { generateKeyPairSync } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { StoreTables } from './StoreTables.ts'

export interface StoredServerKey {
  readonly algorithm: 'Ed25519'
  /** SubjectPublicKeyInfo as base64url. */
  readonly publicKey: string
  /** PKCS #8 as base64url. A secret: never log it, never send it. */
  readonly privateKey: string
}

export function makeServerKey(): StoredServerKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    algorithm: 'Ed25519',
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
  }
}

/** The organisation's key; `fresh` becomes it where there is none yet. */
export async function readServerKey(
  db: Kysely<StoreTables>,
  organisation: string,
  fresh: StoredServerKey,
): Promise<StoredServerKey> {
  const { algorithm, publicKey, privateKey } = fresh
  await db
    .insertInto('server_keys')
    .values({ organisation, algorithm, public_key: publicKey, private_key: privateKey })
    .onConflict((conflict) => conflict.columns(['organisation']).doNothing())
    .execute()
  const row = await db
    .selectFrom('server_keys')
    .select(['public_key', 'private_key'])
    .where('organisation', '=', organisation)
    .executeTakeFirstOrThrow()
  return { algorithm, publicKey: row.public_key, privateKey: row.private_key }
}
