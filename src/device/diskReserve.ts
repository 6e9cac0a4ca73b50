// A file of this site that means nothing and takes room, so that there is some when the disk is full (Origin Private File System).
// Where the browser has no files, or cannot write them from a page (Safari before 26), there is none.

const fileName = 'genba-reserve'

/** True once the file lies there in full, or where the browser lets none lie there. One that a full disk has cut short is taken away again. */
export async function fillDiskReserve(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const folder = await openFolder()
  // Nothing can be set aside here, and that is not a lack of room.
  if (folder === undefined) return true
  try {
    const handle = await folder.getFileHandle(fileName, { create: true })
    if ((await handle.getFile()).size >= bytes.length) return true
    if (!('createWritable' in handle)) return true
    const writing = await handle.createWritable()
    await writing.write(bytes)
    await writing.close()
    return true
  } catch (error) {
    await freeDiskReserve()
    // Anything else than a lack of room means that this browser keeps no files for us (or another tab is writing this one).
    return !(error instanceof DOMException && error.name === 'QuotaExceededError')
  }
}

/** True where there was one. */
export async function freeDiskReserve(): Promise<boolean> {
  try {
    const folder = await openFolder()
    await folder?.removeEntry(fileName)
    return folder !== undefined
  } catch {
    return false
  }
}

async function openFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await navigator.storage.getDirectory()
  } catch {
    return undefined
  }
}
