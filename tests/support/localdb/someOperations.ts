// Builders for what a tablet records: entries, operations of other devices, and the pages a server would send.
import { sha256 } from './aDatabase.ts'
import type { DeviceId, Dot, EntityId, PersonId, StreamId } from '../../../src/domain/oplog/Dot.ts'
import { emptyChain, encodeOperations, type ChainHead } from '../../../src/domain/oplog/encodeOperation.ts'
import type { EncodedOperation, OperationDraft } from '../../../src/domain/oplog/Operation.ts'
import type { LocalEntry } from '../../../src/localdb/recordLocal.ts'
import type { PulledPage } from '../../../src/localdb/recordPulled.ts'

export const stream = 'audit-1' as StreamId
export const ours = 'tablet-a' as DeviceId
export const theirs = 'tablet-b' as DeviceId
const author = 'tanaka' as PersonId

let salts = 0

export function aNote(text: string, options: { entity?: string; supersedes?: readonly Dot[] } = {}): OperationDraft {
  const entity = (options.entity ?? 'answer:antivirus/1-1') as EntityId
  return { kind: 'answer-noted', entity, supersedes: options.supersedes ?? [], body: { text } }
}

export function aContext(device: DeviceId = ours): LocalEntry['context'] {
  return { device, author, at: '2026-04-01T09:00:00.000Z', offset: null, salt: () => `salt-${String((salts += 1))}` }
}

export function anEntry(...drafts: readonly OperationDraft[]): LocalEntry {
  return { source: 'local', stream, drafts, context: aContext() }
}

/** Another device's operations, from the start of its chain or after `head`. */
export function operationsOf(
  device: DeviceId,
  drafts: readonly OperationDraft[],
  head: ChainHead = emptyChain,
): readonly EncodedOperation[] {
  return encodeOperations(drafts, head, { ...aContext(device), stream, sha256 }).operations
}

/** Cuts a server's log into one page. Versions count from 1. */
export function aPage(log: readonly EncodedOperation[], from = 1, to = log.length): PulledPage {
  let root = ''
  for (const { header } of log.slice(0, to)) root = sha256(root + sha256(header))
  const ops = log.slice(from - 1, to).map(({ header, body, salt }) => ({ h: header, b: body, s: salt }))
  return { stream, from, ops, root }
}

export function pulled(page: PulledPage): { source: 'pulled'; page: PulledPage; device: DeviceId } {
  return { source: 'pulled', page, device: ours }
}
