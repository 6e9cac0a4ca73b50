// The name of a report's file, without its ending: what tells it apart, in one line that every file system takes.

/** Signs that Windows or a web server refuses or reads as its own, and what would make a name two lines. */
const refused = /[\p{Cc}\\/:*?"<>|#%]+/gu
const longest = 100

export function fileNameOf(parts: readonly string[]): string {
  return parts
    .map((part) => part.replace(refused, ' ').replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, longest)
    .replace(/[. ]+$/, '')
}
