// The bytes behind evidence for the screens: small pictures, the files themselves, and whether they are on this tablet.
import { shallowRef, watch, type ShallowRef } from 'vue'
import { storeToRefs } from 'pinia'
import { useAppServices } from './appServices.ts'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import type { EvidenceView } from '../components/evidence/EvidenceView.ts'
import { useSyncStore } from '../stores/useSyncStore.ts'
import { createEvidenceTransport } from '../../device/evidenceTransport.ts'
import { hashBlob } from '../../device/hashBlob.ts'
import { makeThumbnail } from '../../device/makeThumbnail.ts'
import { err, type Result } from '../../domain/Result.ts'
import { listEvidence } from '../../localdb/listEvidence.ts'
import type { LocalDatabase } from '../../localdb/LocalDatabase.ts'
import { evidenceStatuses, type EvidenceStatus } from '../../localdb/LocalRows.ts'
import { readEvidence } from '../../localdb/readEvidence.ts'
import { readThumbnail } from '../../localdb/readThumbnail.ts'
import { saveThumbnail } from '../../localdb/saveThumbnail.ts'

/** `offline`: nobody answered. `server`: the server could not. One of the texts `evidence.fetch.<code>`. */
export type EvidenceFetchTrouble = 'offline' | 'server' | 'not-found' | 'wrong-hash'

export interface EvidenceFiles {
  /** By hash; what is not in it is not on this tablet. Undefined until it has been looked up. */
  readonly held: Readonly<ShallowRef<ReadonlyMap<string, EvidenceStatus> | undefined>>
  /** Undefined where there is none and none can be made. */
  readonly thumbnail: (view: EvidenceView) => Promise<Blob | undefined>
  /** From this tablet; undefined where it is not here. */
  readonly read: (view: EvidenceView) => Promise<Blob | undefined>
  /** From this tablet, else from the server, and then kept. */
  readonly fetch: (view: EvidenceView) => Promise<Result<Blob, EvidenceFetchTrouble>>
}

export function useEvidenceFiles(views: () => readonly EvidenceView[]): EvidenceFiles {
  const { db } = useAppServices()
  const { held, look } = useHeld(views)
  return {
    held,
    read: ({ sha256 }) => readEvidence(db, sha256),
    async thumbnail(view) {
      try {
        return await thumbnailOf(db, view)
      } catch (error) {
        ignoreUnlessBug(error)
        return undefined
      }
    },
    async fetch(view) {
      const fetched = await fetchAway(db, view)
      await look()
      return fetched
    },
  }
}

/** Hashes of what is on this tablet. */
export function hereOf(held: ReadonlyMap<string, EvidenceStatus> | undefined): ReadonlySet<string> | undefined {
  if (held === undefined) return undefined
  return new Set([...held].filter(([, status]) => status !== 'freed' && status !== 'absent').map(([sha256]) => sha256))
}

async function thumbnailOf(db: LocalDatabase, { sha256, form }: EvidenceView): Promise<Blob | undefined> {
  if (form !== 'picture') return undefined
  const kept = await readThumbnail(db, sha256)
  if (kept !== undefined) return kept
  const original = await readEvidence(db, sha256)
  const picture = original && (await makeThumbnail(original))
  // Without room for it, it is made anew the next time.
  if (picture !== undefined) await saveThumbnail(db, sha256, picture)
  return picture
}

function useHeld(views: () => readonly EvidenceView[]) {
  const { db } = useAppServices()
  const { status } = storeToRefs(useSyncStore())
  const held = shallowRef<ReadonlyMap<string, EvidenceStatus>>()
  async function look(): Promise<void> {
    // A tap must not wait for a look at what is not shown.
    if (views().length === 0) return
    const rows = await listEvidence(db, ...evidenceStatuses)
    held.value = new Map(rows.map(({ sha256, status: kept }) => [sha256, kept]))
  }
  const shown = () =>
    views()
      .map(({ sha256 }) => sha256)
      .join()
  watch([shown, () => status.value.unsent.photos], () => void look().catch(ignoreUnlessBug), { immediate: true })
  return { held, look }
}

async function fetchAway(
  db: LocalDatabase,
  { sha256, mediaType }: EvidenceView,
): Promise<Result<Blob, EvidenceFetchTrouble>> {
  // It brings the protocol with it, which no screen needs to start.
  const fetching = await import('../../sync/fetchEvidence.ts').catch(() => undefined)
  if (fetching === undefined) return err('offline')
  const ports = { db, clock: { now: () => Date.now() }, transport: createEvidenceTransport(), hash: hashBlob }
  const fetched = await fetching.fetchEvidence(ports, { sha256, mediaType })
  return fetched.ok ? fetched : err(troubleOf(fetched.error))
}

function troubleOf(code: string): EvidenceFetchTrouble {
  if (code === 'not-found' || code === 'wrong-hash') return code
  return ['network', 'timeout', 'not-our-server'].includes(code) ? 'offline' : 'server'
}
