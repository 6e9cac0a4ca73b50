// What is kept outside the log, told without its bodies: they may be anything, and anybody may have written them.
import { protocolVersion } from '../../protocol/protocolVersion.ts'
import type { QuarantinedEntry, QuarantineRequest, QuarantineResponse } from '../../protocol/quarantine.ts'
import { z } from '../../protocol/strictZod.ts'
import type { Quarantined } from '../store/listQuarantined.ts'
import type { SyncContext } from './SyncContext.ts'

/** Enough to see what is going on; a forger may have left a million. */
const mostEntries = 500
/** Characters: longer than any operation that a tablet writes. Of others nothing is described, and the memory is spared. */
const longestOperation = 64_000

export async function readQuarantine(
  { store, organisation, epoch }: SyncContext,
  { nonce }: QuarantineRequest,
): Promise<QuarantineResponse> {
  const kept = await store.listQuarantined(organisation, { most: mostEntries + 1, longestOperation })
  const entries = kept.slice(0, mostEntries).map(describeQuarantined)
  return { proto: protocolVersion, nonce, epoch, entries, hasMore: kept.length > mostEntries }
}

export function describeQuarantined({
  stream,
  device,
  n,
  code,
  operation,
  received_at: receivedAt,
}: Quarantined): QuarantinedEntry {
  return { stream, device, n, code, receivedAt, ...describe(operation) }
}

/** Longer ones are no names of ours. */
const name = z.string().max(200).nullable().catch(null)
const described = z.object({ kind: name, entity: name, author: name })
const kept = z.object({ h: z.string() })

/** As far as its header can be read. */
function describe(operation: string): Pick<QuarantinedEntry, 'kind' | 'entity' | 'author'> {
  const { data } = kept.safeParse(parseJson(operation))
  const { data: header } = described.safeParse(parseJson(data?.h ?? ''))
  return header ?? { kind: null, entity: null, author: null }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}
