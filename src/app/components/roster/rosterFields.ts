// What tells the items of each roster apart: which field comes first, and where items are usually known from.
import type { ItemSource } from '../../../domain/audit/auditVocabulary.ts'
import type { RosterKind } from '../../../domain/template/Template.ts'

/** The field that alone is enough to add an item. */
export function mainField(roster: RosterKind): 'tag' | 'name' {
  return roster === 'specification-items' ? 'name' : 'tag'
}

/** Machines and media are known from papers or found on site; the other rosters have one source each. */
export function hasSources(roster: RosterKind): boolean {
  return roster === 'machines' || roster === 'media'
}

export function usualSource(roster: RosterKind): ItemSource {
  switch (roster) {
    case 'machines':
      return 'ledger'
    case 'media':
      return 'found'
    case 'specification-items':
    case 'tickets':
      return 'register'
  }
}
