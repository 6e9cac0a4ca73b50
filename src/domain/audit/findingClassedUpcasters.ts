// Leads `finding-classed` bodies of older releases to the newest form [M13]: there were two classes then, and their codes are still the same.
import type { Upcaster } from '../oplog/KindTable.ts'

export const findingClassedUpcasters: readonly Upcaster[] = Object.freeze([(body: unknown) => body])
