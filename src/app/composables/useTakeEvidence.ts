// Takes files in as evidence, one after the other: read, judged by their bytes, hashed, and saved with their operation in one transaction.
// Only then is there a tile. What could not be saved stays here, to be tried again, until the person lets it go.
import { computed, onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAppServices } from './appServices.ts'
import type { OpenAudit } from './OpenAudit.ts'
import type { LeftFile, PickedFile } from '../components/evidence/PickedFile.ts'
import { hashBuffer } from '../../device/hashBlob.ts'
import { sniffFile, type SniffRefusal } from '../../device/sniffFile.ts'
import { decideAttachEvidence, evidenceOf, fileOf } from '../../domain/audit/evidence.ts'
import { newEvidenceId } from '../../domain/audit/entityIds.ts'
import type { EntityId } from '../../domain/oplog/Dot.ts'
import { err, ok, type Result } from '../../domain/Result.ts'
import type { EvidenceFile } from '../../localdb/sealEvidence.ts'
import { mostEvidenceBytes, mostPicturePixels } from '../../protocol/limits.ts'

const limits = { mostBytes: mostEvidenceBytes, mostPixels: mostPicturePixels }
/** What the kind `evidence-attached` takes. */
const mostNameLength = 200

export interface TakeEvidence {
  /** Files that are being saved. */
  readonly underWay: Readonly<Ref<number>>
  readonly left: Readonly<ShallowRef<readonly LeftFile[]>>
  readonly takeFiles: (files: readonly File[], how: 'picked' | 'shot') => Promise<boolean>
  /** True once all of them are saved. */
  readonly take: (files: readonly PickedFile[]) => Promise<boolean>
  readonly takeAgain: (id: number) => Promise<boolean>
  readonly drop: (id: number) => void
}

export function useTakeEvidence(open: OpenAudit, supports: () => EntityId): TakeEvidence {
  const { work, now } = useAppServices()
  const save = useSavedEvidence(open)
  const underWay = ref(0)
  const left = shallowRef<readonly LeftFile[]>([])
  let counted = 0
  let turn: Promise<unknown> = Promise.resolve()
  /** A page that is loaded anew would lose what only it holds. */
  let endWork: (() => void) | undefined
  const unsaved = computed(() => left.value.some(({ file }) => file !== undefined))

  function setLeft(files: readonly LeftFile[]): void {
    left.value = files
    if (unsaved.value) endWork ??= work.begin()
    else {
      endWork?.()
      endWork = undefined
    }
  }

  async function takeOne(file: PickedFile, entity: EntityId): Promise<boolean> {
    const saved = await save(file, entity)
    underWay.value -= 1
    if (saved.ok) return true
    const { code, canRetry } = saved.error
    setLeft([...left.value, { id: ++counted, name: file.name, code, file: canRetry ? file : undefined }])
    return false
  }

  async function take(files: readonly PickedFile[]): Promise<boolean> {
    const entity = supports()
    underWay.value += files.length
    const takings = files.map((file) => {
      const taking = turn.then(() => takeOne(file, entity))
      turn = taking.catch(() => undefined)
      return taking
    })
    return (await Promise.all(takings)).every(Boolean)
  }

  const drop = (id: number) => setLeft(left.value.filter((file) => file.id !== id))
  onScopeDispose(() => endWork?.())
  return {
    underWay,
    left,
    take,
    takeFiles(files, how) {
      // From the tablet's own camera app: it was taken a moment ago.
      const capturedAt = how === 'shot' ? now().toISOString() : null
      return take(files.map((bytes) => ({ bytes, name: bytes.name, capturedAt })))
    },
    async takeAgain(id) {
      const file = left.value.find((each) => each.id === id)?.file
      drop(id)
      return file !== undefined && take([file])
    },
    drop,
  }
}

interface NotTaken {
  readonly code: SniffRefusal | 'already-attached' | (string & {})
  /** Nothing is wrong with the file. */
  readonly canRetry: boolean
}

type SaveEvidence = (file: PickedFile, supports: EntityId) => Promise<Result<void, NotTaken>>

function useSavedEvidence(open: OpenAudit): SaveEvidence {
  const { t } = useI18n()
  const { randomId } = useAppServices()
  return async (picked, supports) => {
    const read = await readFile(picked)
    if (!read.ok) return read
    const { sha256, bytes, mediaType } = read.value
    if (isAttached(open, supports, sha256)) return err({ code: 'already-attached', canRetry: false })
    const name = picked.name.slice(-mostNameLength)
    const file = { supports, sha256, size: bytes.size, mediaType, name, capturedAt: picked.capturedAt }
    const decide = () => decideAttachEvidence(newEvidenceId(randomId()), file)
    const words = t(picked.capturedAt === null ? 'evidence.words.attached' : 'evidence.words.taken', { name })
    if (await open.recordFiles(decide, [read.value], words)) return ok(undefined)
    const { value } = open.save
    return err({ code: value.state === 'failed' ? value.code : 'not-saved', canRetry: true })
  }
}

/** From here on it is these bytes, whatever becomes of the file. */
async function readFile({ bytes: source }: PickedFile): Promise<Result<EvidenceFile, NotTaken>> {
  const sniffed = await sniffFile(source, limits)
  if (sniffed.state === 'refused') return err({ code: sniffed.code, canRetry: false })
  try {
    const { mediaType } = sniffed
    const read = await source.arrayBuffer()
    return ok({ bytes: new Blob([read], { type: mediaType }), mediaType, sha256: await hashBuffer(read) })
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return err({ code: 'unreadable-file', canRetry: false })
  }
}

function isAttached({ audit }: OpenAudit, supports: EntityId, sha256: string): boolean {
  return evidenceOf(audit.value, supports).some((evidence) => fileOf(evidence)?.sha256 === sha256)
}
