// Tablets that have evidence to send, and what their person does with it.
import { aTablet, auditStream, type Tablet, type TabletOptions } from './aTablet.ts'
import { anAttachment } from '../localdb/someEvidence.ts'
import { aContext } from '../localdb/someOperations.ts'
import { waitUntil } from '../waitUntil.ts'
import { findEvidence } from '../../../src/localdb/listEvidence.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import type { EvidenceFile } from '../../../src/localdb/sealEvidence.ts'

export async function aRunningTablet(options: Omit<TabletOptions, 'name'> & { name?: string }): Promise<Tablet> {
  const tablet = await aTablet({ name: 'tablet-a', ...options })
  tablet.engine.start()
  tablet.clock.advance(0)
  return tablet
}

export async function attach(tablet: Tablet, ...files: readonly EvidenceFile[]): Promise<void> {
  const drafts = files.map((file) => anAttachment(file))
  const context = aContext(tablet.device)
  await recordOperations(tablet.db, { source: 'local', stream: auditStream, drafts, context, files })
}

export async function isStored({ db }: Tablet, { sha256 }: EvidenceFile): Promise<boolean> {
  return (await findEvidence(db, sha256))?.status === 'stored'
}

/** The tablet's time goes on, a second for every look, until it is so. */
export function until(
  tablet: Tablet,
  what: string,
  isSo: () => boolean | undefined | Promise<boolean | undefined>,
): Promise<boolean> {
  return waitUntil(what, () => {
    tablet.clock.advance(1_000)
    return isSo()
  })
}

/** Goes on until all of them are proven at the server, through whatever back-offs. */
export async function storedAll(tablet: Tablet, ...files: readonly EvidenceFile[]): Promise<void> {
  await until(tablet, 'all files are stored', async () => {
    tablet.engine.syncNow()
    const stored = await Promise.all(files.map((file) => isStored(tablet, file)))
    return stored.every(Boolean)
  })
}
