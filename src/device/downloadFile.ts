// Hands a file to the person: the browser's own download.

/** Long enough for every browser to have begun reading the file. */
const releaseAfterMs = 60_000

export function downloadFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), releaseAfterMs)
}
