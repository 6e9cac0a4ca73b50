// Asks the disk itself whether it takes a few more bytes: a browser on a full disk often says no more than that its database failed.

const probeName = 'genba-probe'
const probeBytes = 64 * 1024

/** False also where there is no way to ask. */
export async function isDiskFull(): Promise<boolean> {
  try {
    const folder = await navigator.storage.getDirectory()
    const file = await folder.getFileHandle(probeName, { create: true })
    const writing = await file.createWritable()
    await writing.write(new Uint8Array(probeBytes))
    await writing.close()
    await folder.removeEntry(probeName)
    return false
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError'
  }
}
