// Over which items of a roster its questions are asked. Of media: over what was found, once anything was [A3].
import type { Audit, RosterItem } from './Audit.ts'
import { keptOverItems } from './keptOverItems.ts'
import { matchMedia } from './matchMedia.ts'
import { presentItems } from './roster.ts'
import type { RosterKind } from '../template/Template.ts'

/**
 * An entry of the register without its object cannot be checked for a virus, and one that a found object was linked to would be
 * counted twice; before anything was found, the register is all there is. What was judged already stays asked.
 */
export const askedItems = keptOverItems((audit: Audit, roster: RosterKind): readonly RosterItem[] => {
  if (roster !== 'media') return presentItems(audit, roster)
  const { items, objects, judged } = matchMedia(audit)
  return objects.size === 0 ? items : items.filter(({ id }) => objects.has(id) || judged.has(id))
})
