// The checklists an audit was opened with, at their pinned versions.
import type { Audit } from './Audit.ts'
import { findTemplate } from '../template/findTemplate.ts'
import type { Template } from '../template/Template.ts'

/** A checklist this release does not know is left out here and its answers stay in the log. */
export function pinnedTemplates(audit: Audit): readonly Template[] {
  const pinned = audit.header.templates.values[0]?.content.body.templates ?? []
  return pinned
    .map(({ template, version }) => findTemplate(template, version))
    .filter((template) => template !== undefined)
}
