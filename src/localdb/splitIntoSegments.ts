// Cuts a run of operations into parts that fit one segment each.
import type { KeptOperation } from './packOperations.ts'

/** Bytes of one segment: large enough that a row's overhead vanishes, small enough to open within a frame. */
export const mostSegmentBytes = 256 * 1024
/** Lengths, separators and rounding of one operation in the packed text; its signature comes on top. */
const overheadBytes = 24

/** An operation larger than a segment gets one for itself. */
export function splitIntoSegments(operations: readonly KeptOperation[]): KeptOperation[][] {
  const parts: KeptOperation[][] = []
  let size = Infinity
  for (const operation of operations) {
    const bytes = mostBytesOf(operation)
    if (size + bytes > mostSegmentBytes) {
      parts.push([])
      size = 0
    }
    parts.at(-1)?.push(operation)
    size += bytes
  }
  return parts
}

/** An upper bound: headers and salts are ASCII, and a UTF-16 unit of a body takes at most three bytes. */
function mostBytesOf({ header, body, salt, signature = '' }: KeptOperation): number {
  return header.length + 3 * body.length + salt.length + signature.length + overheadBytes
}
