// Sizes that both sides keep to. A client that finds a batch too large halves it [P6].

/** Operations in one push or one page. */
export const mostOperationsPerBatch = 500
/** Bytes of one message after decompression: 500 operations of the longest usual kind, with room. */
export const mostMessageBytes = 8 * 1024 * 1024
/** Bytes of one operation's header and body together. */
export const mostOperationBytes = 128 * 1024

/** Evidence up to here goes up in one PUT; what is larger, or a line too slow for that, by tus. */
export const mostEvidencePutBytes = 8 * 1024 * 1024
/** One evidence file. Larger than any photo, scan or log that an audit needs; a video is none of them. */
export const mostEvidenceBytes = 256 * 1024 * 1024
/** Width times height: a few kilobytes can unpack to a picture that fills a tablet's memory. */
export const mostPicturePixels = 100_000_000
