// Leads `item-listed` bodies of older releases to the newest form [M13]: the first one knew neither serial numbers nor further columns.
import type { Upcaster } from '../oplog/KindTable.ts'

export const itemListedUpcasters: readonly Upcaster[] = Object.freeze([
  (body: unknown) =>
    typeof body === 'object' && body !== null && !Array.isArray(body)
      ? { ...body, serial: '', details: [] }
      : undefined,
])
