// How stored evidence is handed out: pictures and PDF as what they are, everything else as bytes that no browser opens [P21].
import { fileTypeFromBuffer } from 'file-type'

const shown = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/heic', 'image/heif', 'application/pdf']

export const unshownType = 'application/octet-stream'

/** As many bytes as every shown type tells itself by. */
export const servedTypeBytes = 4_100

/** `head`: the file's first `servedTypeBytes`, or all of it. */
export async function servedType(head: Uint8Array): Promise<string> {
  try {
    const found = await fileTypeFromBuffer(head)
    return found !== undefined && shown.includes(found.mime) ? found.mime : unshownType
  } catch {
    return unshownType
  }
}
