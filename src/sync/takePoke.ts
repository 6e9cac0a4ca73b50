// Takes the page that a poke brings, where it is the very next one [P25]. One that is here already, as our own nearly always is, needs
// nothing. Anything else is a reason to look, and never a mistake.
import type { SyncContext } from './SyncContext.ts'
import { LocalDatabaseError } from '../localdb/LocalDatabaseError.ts'
import { holdsPulled } from '../localdb/holdsPulled.ts'
import { recordPulled, type PulledOutcome } from '../localdb/recordPulled.ts'
import { isStreamId } from '../domain/oplog/Dot.ts'
import { parseHeader } from '../domain/oplog/parseOperation.ts'
import { pokeAnswer, type PokeAnswer } from '../protocol/poke.ts'

/** False where the device must look for itself. */
export async function takePoke(context: SyncContext, brought: unknown): Promise<boolean> {
  const news = pokeAnswer.safeParse(brought)
  if (!news.success || news.data.epoch !== context.epoch()) return false
  const { page } = news.data
  if (!isStreamId(page.stream)) return false
  const { db, signer } = context
  try {
    if (!page.ops.every((each) => isOfKnownOther(context, each)))
      return await holdsPulled(db, page.stream, page.from + page.ops.length - 1)
    const outcome = await recordPulled(db, {
      source: 'pulled',
      page: { ...page, stream: page.stream },
      device: signer.device,
    })
    return hasAll(outcome)
  } catch (error) {
    if (error instanceof LocalDatabaseError) return false
    throw error
  }
}

const hasAll = (outcome: PulledOutcome) => outcome === 'recorded' || outcome === 'duplicate'

/** Our own is settled with its verdict; a signature is kept only beside its key, which only a look brings. */
function isOfKnownOther({ signer, knownDevices }: SyncContext, { h }: PokeAnswer['page']['ops'][number]): boolean {
  const header = parseHeader(h)
  return header.ok && header.value.device !== signer.device && knownDevices.has(header.value.device)
}
