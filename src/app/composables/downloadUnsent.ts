// Hands an export to the person as a file, named by the minute it was made.
import { download } from '../../device/download.ts'

export function downloadUnsent(content: { readonly exportedAt: string }): void {
  const name = `genba-${content.exportedAt.slice(0, 16).replace(/[-:T]/g, '')}.json`
  download(new Blob([JSON.stringify(content)], { type: 'application/json' }), name)
}
