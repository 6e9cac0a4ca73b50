// Hands an export to the person as a file, named by the minute it was made.
import { download } from '../../device/download.ts'
import type { PackedUnsent } from '../../sync/packUnsent.ts'

export function downloadUnsent({ file, ending }: Pick<PackedUnsent, 'file' | 'ending'>, exportedAt: string): void {
  download(file, `genba-${exportedAt.slice(0, 16).replace(/[-:T]/g, '')}.${ending}`)
}
