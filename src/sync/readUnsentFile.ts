// Opens an exported file and keeps of it what is proven: every run is a chain of one device, signed by the key that the device's id is
// made from. What does not fit is left out and counted. Nothing is written here; `importUnsent` takes it in.
import { deviceIdOf } from '../domain/oplog/deviceIdOf.ts'
import { isDeviceId, isStreamId } from '../domain/oplog/Dot.ts'
import { verifyOperation } from '../domain/oplog/parseOperation.ts'
import type { Sha256 } from '../domain/oplog/Sha256.ts'
import { must } from '../domain/must.ts'
import { ok, type Result } from '../domain/Result.ts'
import type { SignedRun } from '../localdb/saveRelays.ts'
import type { DeviceKey } from '../protocol/signature.ts'
import { parseUnsentFile, type UnsentDraft, type UnsentFileProblem, type UnsentRun } from '../protocol/unsentFile.ts'

export interface UnsentContent {
  readonly person: string | undefined
  /** ISO instant of the exporting tablet's clock. */
  readonly exportedAt: string
  readonly runs: readonly SignedRun[]
  /** For a person to take over, one by one. */
  readonly drafts: readonly UnsentDraft[]
  /** Pieces that the exporting tablet could not read any more. */
  readonly damaged: number
  /** Entries and pieces whose signature or form does not hold. */
  readonly unusable: number
}

export interface ReadingPorts {
  readonly sha256: Sha256
  /** Whether the signature is the key's over the text; undefined where this browser cannot tell, and the server will. */
  readonly verify: (key: DeviceKey, signature: string, text: string) => Promise<boolean | undefined>
}

export async function readUnsentFile(
  ports: ReadingPorts,
  text: string,
): Promise<Result<UnsentContent, UnsentFileProblem>> {
  const parsed = parseUnsentFile(text)
  if (!parsed.ok) return parsed
  const { person, exportedAt, drafts, damaged, runs } = parsed.value
  const signed = await Promise.all(runs.map((run) => asSignedRun(ports, run)))
  const unproven = runs.filter((_, index) => signed[index] === undefined)
  return ok({
    person: person?.name,
    exportedAt,
    runs: signed.flatMap((run) => run ?? []),
    drafts,
    damaged: damaged.length,
    unusable: unproven.reduce((sum, { ops }) => sum + ops.length, parsed.value.unusable),
  })
}

async function asSignedRun({ sha256, verify }: ReadingPorts, run: UnsentRun): Promise<SignedRun | undefined> {
  const { stream, device, deviceKey, signature, again = false } = run
  if (!isStreamId(stream) || !isDeviceId(device)) return undefined
  if (deviceIdOf(deviceKey.publicKey, sha256) !== device) return undefined
  const operations = run.ops.map(({ h, b, s }) => ({ header: h, body: b, salt: s }))
  const from = chainStart(run, operations, sha256)
  const last = must(operations.at(-1), 'the last operation of a run')
  if (from === undefined || (await verify(deviceKey, signature, last.header)) === false) return undefined
  return { stream, device, deviceKey, from, operations, signature, again }
}

/** n of the first operation; undefined where the run is no chain of its device, or a body is not the one that was signed [M2] [M3]. */
function chainStart(
  { stream, device }: UnsentRun,
  operations: SignedRun['operations'],
  sha256: Sha256,
): number | undefined {
  let start: number | undefined
  let [n, hash] = [0, '']
  for (const encoded of operations) {
    const parsed = verifyOperation(encoded, sha256)
    if (!parsed.ok || parsed.value.device !== device || parsed.value.stream !== stream) return undefined
    const follows = start === undefined || (parsed.value.n === n + 1 && parsed.value.prev === hash)
    if (!follows) return undefined
    start ??= parsed.value.n
    n = parsed.value.n
    hash = sha256(encoded.header)
  }
  return start
}
