// How large a register may be. A unit's largest is a few thousand rows; beyond these a tablet would stall or run out of memory.

export const tableLimits = {
  /** Bytes of the file. */
  fileBytes: 20 * 1024 * 1024,
  /** Rows with anything in them, titles and header included. */
  rows: 20_000,
  columns: 100,
  /** Entries of an .xlsx package; a workbook with pictures has some hundreds. */
  packageEntries: 2_000,
  /** Bytes of a whole package once unpacked. */
  unpackedBytes: 128 * 1024 * 1024,
  /** Unpacked to packed. Honest sheets of equal cells reach about 100. */
  unpackRatio: 250,
  /** Below this no ratio is suspicious: a sheet of equal cells packs to next to nothing. */
  harmlessBytes: 8 * 1024 * 1024,
} as const
