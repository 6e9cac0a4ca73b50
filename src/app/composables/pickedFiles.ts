// What the tablet's file picking, dropping and pasting hand over, and the way out for a photo that could not be saved here.
import type { LeftFile } from '../components/evidence/PickedFile.ts'
import { download } from '../../device/download.ts'

/** What the file picking offers; the bytes decide. */
export const acceptedFiles = 'image/*,application/pdf,.csv,.log,.txt,.tsv,.xlsx,.docx'

export function filesOf(transfer: DataTransfer | null): readonly File[] {
  return [...(transfer?.files ?? [])]
}

export function handOut({ file, name }: LeftFile): void {
  if (file !== undefined) download(file.bytes, name)
}
