// The baseline's database: Dexie with one row an answer, as most programs would keep them.
import { Dexie, type Table } from 'dexie'
import type { PlainAnswer } from '../generateAudits.ts'

export type Durability = 'strict' | 'relaxed'

/** An operation as it came over the wire, one row each. */
export interface PlainOperation {
  readonly stream: string
  readonly version: number
  readonly h: string
  readonly b: string
  readonly s: string
}

/** An answer that is edited here: `unsent` is 1 until the server has it. */
export interface PlainEdit extends PlainAnswer {
  readonly unsent: 0 | 1
}

export class PlainDexie extends Dexie {
  declare readonly answers: Table<PlainAnswer, string>
  declare readonly operations: Table<PlainOperation, [string, number]>
  declare readonly edits: Table<PlainEdit, string>

  constructor(name: string, durability: Durability) {
    super(name, { chromeTransactionDurability: durability, cache: 'disabled' })
    this.version(1).stores({ answers: 'id, audit', operations: '[stream+version]', edits: 'id, unsent' })
  }
}

export async function openPlain(name: string, durability: Durability): Promise<PlainDexie> {
  const dexie = new PlainDexie(name, durability)
  await dexie.open()
  return dexie
}
