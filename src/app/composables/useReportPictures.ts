// The small pictures of an audit's evidence that are on this tablet, for its working paper, and their addresses for the page.
import { onBeforeUnmount, shallowRef, type ShallowRef } from 'vue'
import { useAppServices } from './appServices.ts'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import { readThumbnail } from '../../localdb/readThumbnail.ts'
import type { ReportDocument, ReportPictures } from '../../reports/ReportDocument.ts'

export interface ReportPictureBook {
  /** By SHA-256; what is not in them is not on this tablet, or not read yet. */
  readonly pictures: Readonly<ShallowRef<ReportPictures>>
  readonly addresses: Readonly<ShallowRef<ReadonlyMap<string, string>>>
  /** Reads what the document names and is not there yet. */
  readonly read: (document: ReportDocument) => Promise<void>
}

export function useReportPictures(): ReportPictureBook {
  const { db } = useAppServices()
  const pictures = shallowRef<ReportPictures>(new Map())
  const addresses = shallowRef<ReadonlyMap<string, string>>(new Map())

  async function readOne(sha256: string): Promise<readonly (readonly [string, Blob])[]> {
    try {
      const picture = await readThumbnail(db, sha256)
      return picture === undefined ? [] : [[sha256, picture]]
    } catch (error) {
      ignoreUnlessBug(error)
      return []
    }
  }

  async function read(document: ReportDocument): Promise<void> {
    const missing = picturesIn(document).filter((sha256) => !pictures.value.has(sha256))
    const found = (await Promise.all(missing.map(readOne))).flat()
    if (found.length === 0) return
    pictures.value = new Map([...pictures.value, ...found])
    const made = found.map(([sha256, picture]) => [sha256, URL.createObjectURL(picture)] as const)
    addresses.value = new Map([...addresses.value, ...made])
  }

  onBeforeUnmount(() => {
    for (const address of addresses.value.values()) URL.revokeObjectURL(address)
  })
  return { pictures, addresses, read }
}

export function picturesIn({ blocks }: ReportDocument): readonly string[] {
  return [...new Set(blocks.flatMap((block) => (block.type === 'picture' ? [block.sha256] : [])))]
}
