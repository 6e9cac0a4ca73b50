// Puts message files under their area names, so that a new area is a new file and nothing else.
import type { LocaleMessageDictionary, VueMessageType } from 'vue-i18n'
import { must } from '../../domain/must.ts'

type Area = LocaleMessageDictionary<VueMessageType>

/** `files` by path, such as `./ja/shell.json`, as Vite's glob import gives them. */
export function areasOf(files: Record<string, unknown>): Record<string, Area> {
  return Object.fromEntries(
    Object.entries(files).map(([path, messages]) => [
      must(/([^/]+)\.json$/.exec(path)?.[1], `area of ${path}`),
      messages as Area,
    ]),
  )
}
