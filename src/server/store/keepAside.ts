// Keeps a whole run outside the log: one that its device did not sign, or that belongs to another organisation.
// Never creates or locks a stream: nobody may claim or hold up one with runs that prove nothing.
import type { Verdict } from '../../protocol/push.ts'
import type { Engine, StoreConnection } from './Engine.ts'
import { placeOperations } from './judgeRun.ts'
import type { RefusalCode } from './QuarantineCode.ts'
import { quarantineRow, type Receipt } from './quarantineRow.ts'
import type { ReceivedRun } from './receiveRun.ts'
import { insertQuarantined } from './streamWrites.ts'

export interface KeepingAside extends Receipt {
  readonly engine: Engine
  readonly connection: StoreConnection
}

/** One verdict per operation, in order. */
export async function keepAside(keeping: KeepingAside, run: ReceivedRun, code: RefusalCode): Promise<Verdict[]> {
  const places = placeOperations(run.operations)
  const rows = places.flatMap((n, index) => quarantineRow({ run, index, n, code }, keeping) ?? [])
  await insertQuarantined(keeping, rows)
  return places.map((n) => ({ verdict: 'quarantined', n, code }))
}
