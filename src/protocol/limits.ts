// Sizes that both sides keep to. A client that finds a batch too large halves it [P6].

/** Operations in one push or one page. */
export const mostOperationsPerBatch = 500
/** Bytes of one message after decompression: 500 operations of the longest usual kind, with room. */
export const mostMessageBytes = 8 * 1024 * 1024
/** Bytes of one operation's header and body together. */
export const mostOperationBytes = 128 * 1024
