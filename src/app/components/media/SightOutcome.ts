// What showing or typing a medium gave.
import type { ItemId } from '../../../domain/audit/entityIds.ts'
import type { Sighting } from '../../../domain/audit/decideSight.ts'
import type { MediaState } from '../../../domain/audit/reconcileMedia.ts'

export type SightOutcome =
  | { readonly result: 'taken'; readonly item: ItemId; readonly title: string; readonly state: MediaState }
  /** The medium of this number was found before; it may be taken once more as another one. */
  | { readonly result: 'again'; readonly item: ItemId; readonly title: string; readonly sighting: Sighting }
  | { readonly result: 'code-missing' }
  | { readonly result: 'not-saved' }
