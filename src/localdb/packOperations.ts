// The text form of kept operations: a line of lengths, then all texts verbatim, one after the other.
// Compared with JSON of JSON it needs no escaping, and reading it is slicing.
import type { EncodedOperation } from '../domain/oplog/Operation.ts'

export function packOperations(operations: readonly EncodedOperation[]): string {
  const lengths: number[] = []
  const texts: string[] = []
  for (const { header, body, salt } of operations) {
    lengths.push(header.length, body.length, salt.length)
    texts.push(header, body, salt)
  }
  return `${JSON.stringify(lengths)}\n${texts.join('')}`
}

/** Undefined for anything that `packOperations` cannot have written. */
export function unpackOperations(packed: string): EncodedOperation[] | undefined {
  const lineEnd = packed.indexOf('\n')
  const lengths = parseLengths(packed.slice(0, Math.max(lineEnd, 0)))
  if (lengths === undefined) return undefined
  const operations: EncodedOperation[] = []
  let at = lineEnd + 1
  const take = (length: number) => packed.slice(at, (at += length))
  for (let index = 0; index + 2 < lengths.length; index += 3) {
    const [header, body, salt] = [lengths[index] ?? 0, lengths[index + 1] ?? 0, lengths[index + 2] ?? 0]
    operations.push({ header: take(header), body: take(body), salt: take(salt) })
  }
  return at === packed.length ? operations : undefined
}

function parseLengths(line: string): readonly number[] | undefined {
  try {
    const lengths: unknown = JSON.parse(line)
    if (!Array.isArray(lengths) || lengths.length % 3 !== 0) return undefined
    return lengths.every((length) => Number.isSafeInteger(length) && length >= 0) ? (lengths as number[]) : undefined
  } catch {
    return undefined
  }
}
