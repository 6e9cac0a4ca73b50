// Puts a folder's entries on the disk: without it a renamed file may have its old name again after a power cut.
import { closeSync, fsyncSync, openSync } from 'node:fs'

export function syncFolder(folder: string): void {
  // Windows has no such call for folders and keeps renames by itself.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
