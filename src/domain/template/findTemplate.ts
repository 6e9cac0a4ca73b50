// Looks up a built-in checklist. Never falls back to another version: an audit is judged by the one it pinned.
import { builtinTemplates } from './builtinTemplates.ts'
import type { Template } from './Template.ts'

/** `id` may be any text that came from outside; the id of the template found is the trusted one. */
export function findTemplate(id: string, version: number): Template | undefined {
  return builtinTemplates.find((template) => template.id === id && template.version === version)
}
