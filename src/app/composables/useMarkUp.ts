// A marked-up copy of a picture: made from the original's pixels, saved as evidence of its own beside it. The original is only read.
import { shallowRef, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAppServices } from './appServices.ts'
import type { OpenAudit } from './OpenAudit.ts'
import { drawMarks, type MarkedPicture } from '../components/evidence/drawMarks.ts'
import type { EvidenceView } from '../components/evidence/EvidenceView.ts'
import type { Mark } from '../components/evidence/Mark.ts'
import { hashBlob } from '../../device/hashBlob.ts'
import { decideDeriveEvidence } from '../../domain/audit/evidence.ts'
import { newEvidenceId, type EvidenceId } from '../../domain/audit/entityIds.ts'

/** Tablets refuse a larger canvas. */
const mostPixels = 16_000_000
const jpegQuality = 0.92

export interface MarkUp {
  /** Undefined until it is unpacked, null where this browser cannot. */
  readonly picture: Readonly<ShallowRef<MarkedPicture | null | undefined>>
  /** The copy's id once it is saved; undefined where it could not be. */
  readonly save: (marks: readonly Mark[]) => Promise<EvidenceId | undefined>
}

export function useMarkUp(open: OpenAudit, original: EvidenceView, bytes: Blob): MarkUp {
  const { t } = useI18n()
  const { now, randomId } = useAppServices()
  const picture = shallowRef<MarkedPicture | null>()
  void unpack(bytes).then((unpacked) => (picture.value = unpacked))
  return {
    picture,
    async save(marks) {
      if (!picture.value) return undefined
      const copy = await pack(picture.value, marks)
      const id = newEvidenceId(randomId())
      const sha256 = await hashBlob(copy)
      const name = `${original.name.replace(/\.[^.]*$/, '')}-marked.jpg`.slice(-200)
      const file = { sha256, size: copy.size, mediaType: copy.type, name, capturedAt: now().toISOString() }
      const decide = () => {
        const decided = decideDeriveEvidence(open.audit.value, original.id, { id, file })
        return decided.ok ? decided.value : []
      }
      const files = [{ sha256, bytes: copy, mediaType: copy.type }]
      return (await open.recordFiles(decide, files, t('evidence.words.marked'))) ? id : undefined
    },
  }
}

async function unpack(bytes: Blob): Promise<MarkedPicture | null> {
  try {
    const unpacked = await createImageBitmap(bytes)
    const scale = Math.min(1, Math.sqrt(mostPixels / (unpacked.width * unpacked.height)))
    const canvas = document.createElement('canvas')
    canvas.width = Math.floor(unpacked.width * scale)
    canvas.height = Math.floor(unpacked.height * scale)
    canvas.getContext('2d')?.drawImage(unpacked, 0, 0, canvas.width, canvas.height)
    unpacked.close()
    return canvas
  } catch {
    return null
  }
}

async function pack(picture: MarkedPicture, marks: readonly Mark[]): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.getContext('2d')?.drawImage(picture, 0, 0)
  drawMarks(canvas, picture, marks)
  const packed = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality))
  if (packed === null) throw new Error('the copy could not be made')
  return packed
}
