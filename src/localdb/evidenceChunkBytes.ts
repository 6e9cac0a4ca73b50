/** Evidence files are kept in pieces of this size: one piece is what a reader has in memory at a time. */
export const evidenceChunkBytes = 1024 * 1024
