// What a person typed about a roster item.
import type { ItemSource } from '../../../domain/audit/auditVocabulary.ts'

export interface ItemWish {
  readonly tag: string
  readonly name: string
  readonly source: ItemSource
}
