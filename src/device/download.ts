// Hands a file to the person: the browser's own download, from memory, without any server.

/** Long enough for the slowest browser to have begun reading. */
const revokeAfterMs = 60_000

export function download(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), revokeAfterMs)
}
