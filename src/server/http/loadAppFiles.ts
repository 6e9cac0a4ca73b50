// Reads the built app into memory at start: what is served belongs to one build even while the next one is written,
// and no request ever becomes a path on the disk.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describeFile, type AppFile } from './describeFile.ts'

/** By path in the address, beginning with a slash. Empty where the folder does not exist: then there is only the API. */
export function loadAppFiles(folder: string): ReadonlyMap<string, AppFile> {
  if (!existsSync(folder)) return new Map()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    entries.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const path = `/${relative(folder, file).split(sep).join('/')}`
      return [path, describeFile(path, readFileSync(file))]
    }),
  )
}
