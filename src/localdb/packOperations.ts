// The text form of kept operations: a line of lengths, then all texts verbatim, one after the other.
// Compared with JSON of JSON it needs no escaping, and reading it is slicing. Signatures of runs stand in the first line.
import type { EncodedOperation } from '../domain/oplog/Operation.ts'

/** An operation as it is kept; the last one of a run with the run's signature, so that any tablet can hand the run on [P8]. */
export interface KeptOperation extends EncodedOperation {
  readonly signature?: string
}

/** `[lengths…]`, or `[[lengths…], [index, signature, index, signature …]]` where there are signatures. */
export function packOperations(operations: readonly KeptOperation[]): string {
  const lengths: number[] = []
  const texts: string[] = []
  const signatures: (number | string)[] = []
  operations.forEach(({ header, body, salt, signature }, index) => {
    lengths.push(header.length, body.length, salt.length)
    texts.push(header, body, salt)
    if (signature !== undefined) signatures.push(index, signature)
  })
  const line = signatures.length === 0 ? lengths : [lengths, signatures]
  return `${JSON.stringify(line)}\n${texts.join('')}`
}

/** Undefined for anything that `packOperations` cannot have written. */
export function unpackOperations(packed: string): KeptOperation[] | undefined {
  const lineEnd = packed.indexOf('\n')
  const line = parseLine(packed.slice(0, Math.max(lineEnd, 0)))
  if (line === undefined) return undefined
  const { lengths, signatures } = line
  const operations: KeptOperation[] = []
  let at = lineEnd + 1
  const take = (length: number) => packed.slice(at, (at += length))
  for (let index = 0; index + 2 < lengths.length; index += 3) {
    const [header, body, salt] = [lengths[index] ?? 0, lengths[index + 1] ?? 0, lengths[index + 2] ?? 0]
    const signature = signatures.get(index / 3)
    const encoded = { header: take(header), body: take(body), salt: take(salt) }
    operations.push(signature === undefined ? encoded : { ...encoded, signature })
  }
  return at === packed.length ? operations : undefined
}

interface FirstLine {
  readonly lengths: readonly number[]
  readonly signatures: ReadonlyMap<number, string>
}

function parseLine(text: string): FirstLine | undefined {
  try {
    const line: unknown = JSON.parse(text)
    if (!isList(line)) return undefined
    const [lengths, pairs] = isList(line[0]) ? line : [line, []]
    const signatures = parseSignatures(pairs)
    return areLengths(lengths) && signatures ? { lengths, signatures } : undefined
  } catch {
    return undefined
  }
}

function areLengths(value: unknown): value is readonly number[] {
  return isList(value) && value.length % 3 === 0 && value.every(isLength)
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function parseSignatures(pairs: unknown): ReadonlyMap<number, string> | undefined {
  if (!isList(pairs)) return undefined
  const signatures = new Map<number, string>()
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const [index, signature] = [pairs[at], pairs[at + 1]]
    if (typeof index !== 'number' || typeof signature !== 'string') return undefined
    signatures.set(index, signature)
  }
  return signatures
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}
