// What a person typed about a roster item.
import type { ItemSource } from '../../../domain/audit/auditVocabulary.ts'

export interface ItemWish {
  readonly tag: string
  readonly name: string
  readonly source: ItemSource
  /** As it stands on the object; left as it is where nobody says. */
  readonly serial?: string
}
