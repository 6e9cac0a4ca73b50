// Hands a file to another app of the tablet, where the browser can; otherwise as a download.
import { download } from './download.ts'

export async function shareFile(content: Blob, fileName: string): Promise<void> {
  const file = new File([content], fileName, { type: content.type })
  // At the desk a file in the download folder is what people look for.
  const isTablet = matchMedia('(pointer: coarse)').matches
  if (!isTablet || !('canShare' in navigator) || !navigator.canShare({ files: [file] })) {
    download(content, fileName)
    return
  }
  try {
    await navigator.share({ files: [file] })
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    // The person closed the sheet; anything else is a browser that cannot do after all.
    if (error.name !== 'AbortError') download(content, fileName)
  }
}
