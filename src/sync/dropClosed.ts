// Lets the pages of signed audits go once the server's backups hold them: their state stays, and the pages can be fetched again.
import { dropBackedUp } from '../localdb/dropBackedUp.ts'
import { listStreams } from '../localdb/listStreams.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { openStream } from '../localdb/openStream.ts'
import { auditKinds } from '../domain/audit/auditKinds.ts'
import { isSignedOff } from '../domain/audit/isSignedOff.ts'

/** Below this many operations a base would take as much room as the pages. */
const worthwhileOperations = 200

export async function dropClosed(db: LocalDatabase): Promise<void> {
  for (const { stream, position, base, backedUp } of await listStreams(db)) {
    if (Math.min(position.cursor, backedUp) - base < worthwhileOperations) continue
    const { state } = await openStream(db, stream, auditKinds)
    if (isSignedOff(state)) await dropBackedUp(db, stream, auditKinds)
  }
}
