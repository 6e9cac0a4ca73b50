// A register file to rows of text, whatever the format. The first bytes say what it is; its name says nothing.
import type { Result } from '../domain/Result.ts'
import { err } from '../domain/Result.ts'
import { readCsv } from './csv/readCsv.ts'
import type { ReadingChoice, Table, TableRefusal } from './Table.ts'
import { tableLimits } from './tableLimits.ts'
import { readXlsx } from './xlsx/readXlsx.ts'

const signatures = {
  zip: [0x50, 0x4b, 0x03, 0x04],
  /** The container of Office before 2007, and of a newer file under a password. */
  compound: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  pdf: [0x25, 0x50, 0x44, 0x46],
} as const

/** Reads all of it at once: up to a second for the largest file, so never on the thread that paints. */
export function readTable(bytes: Uint8Array, choice: ReadingChoice = {}): Result<Table, TableRefusal> {
  if (bytes.length === 0) return err('file-empty')
  if (bytes.length > tableLimits.fileBytes) return err('file-too-large')
  if (beginsWith(bytes, signatures.compound)) return err(isEncrypted(bytes) ? 'password-protected' : 'old-excel')
  if (beginsWith(bytes, signatures.pdf)) return err('not-a-table')
  return beginsWith(bytes, signatures.zip) ? readXlsx(bytes, choice) : readCsv(bytes, choice)
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** A workbook under a password is a stream of this name, in UTF-16, among the container's first sectors or last. */
function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes).includes('EncryptedPackage'.split('').join('\u0000'))
}
