// Writes operations once more under another place in a chain: what a tablet recorded under an identity that turned out not to be its
// own alone, or at a place that another tab has taken. Author, instants and texts stay; references to the old dots lead to the new ones [M18].
import type { ChainHead, EncodedRun } from './encodeOperation.ts'
import { formatDot, type DeviceId, type Dot, type EntityId } from './Dot.ts'
import { lateDotOf, lateEntity } from './lateLane.ts'
import type { EncodedOperation, Operation, OperationHeader } from './Operation.ts'
import { mostSuperseded, parseOperation } from './parseOperation.ts'
import type { Sha256 } from './Sha256.ts'
import { citedHeads } from './SignOff.ts'
import { must } from '../must.ts'

export interface Reissue {
  /** The device that writes them now. */
  readonly device: DeviceId
  /** Where its chain of the stream stands. */
  readonly head: ChainHead
  readonly sha256: Sha256
  /** Ns of the given operations that the server's log holds as well: each is superseded by its own new form, so that it shows once. */
  readonly shared?: ReadonlySet<number>
  /** Operations before the given ones that were written once more already, old dot → new dot: then nothing of the old chain is sure. */
  readonly aliases?: ReadonlyMap<Dot, Dot>
}

export interface ReissuedRun extends EncodedRun {
  /** Old dot → new dot. */
  readonly renamed: ReadonlyMap<Dot, Dot>
}

interface Source {
  readonly encoded: EncodedOperation
  readonly operation: Operation
}

/** `operations`: readable, of one device and one stream, in order of n. */
export function reissueOperations(operations: readonly EncodedOperation[], reissue: Reissue): ReissuedRun {
  const { device, head, sha256 } = reissue
  const sources = operations.map((encoded): Source => {
    const parsed = parseOperation(encoded)
    return { encoded, operation: must(parsed.ok ? parsed.value : undefined, 'a readable operation') }
  })
  const renamed = new Map(
    sources.map(({ operation }, index) => [operation.dot, formatDot(device, head.n + 1 + index)] as const),
  )
  const written: EncodedOperation[] = []
  const known = new Map([...(reissue.aliases ?? []), ...renamed])
  const rewriting = { ...reissue, renamed: known, seen: seenOf(sources, reissue) }
  let { n, hash } = head
  for (const source of sources) {
    n += 1
    const next = rewrite(source, { n, prev: hash }, rewriting)
    hash = sha256(next.header)
    written.push(next)
  }
  return { operations: written, head: { n, hash }, renamed }
}

/** Up to which n the old chain is the one that everybody knows: what lies behind may mean another device's operations there. */
function seenOf(sources: readonly Source[], { shared, aliases }: Reissue): number {
  if (aliases !== undefined) return 0
  const first = sources.find(({ operation }) => shared?.has(operation.n) !== true)
  return first === undefined ? Infinity : first.operation.n - 1
}

interface Rewriting extends Reissue {
  readonly renamed: ReadonlyMap<Dot, Dot>
  readonly seen: number
}

type Place = Pick<OperationHeader, 'n' | 'prev'>

function rewrite({ encoded, operation }: Source, place: Place, rewriting: Rewriting): EncodedOperation {
  const { device, renamed, sha256 } = rewriting
  const body = rewriteHeads(encoded.body, operation, rewriting)
  const header: OperationHeader = {
    v: operation.v,
    stream: operation.stream,
    device,
    n: place.n,
    prev: place.prev,
    kind: operation.kind,
    entity: renameEntity(operation.entity, renamed),
    supersedes: supersededBy(operation, rewriting),
    author: operation.author,
    at: operation.at,
    offset: operation.offset,
    bodyHash: body === encoded.body ? operation.bodyHash : sha256(encoded.salt + body),
  }
  return { header: JSON.stringify(header), body, salt: encoded.salt }
}

function supersededBy({ dot, n, supersedes }: Operation, { renamed, shared }: Rewriting): readonly Dot[] {
  const dots = supersedes.map((superseded) => renamed.get(superseded) ?? superseded)
  return shared?.has(n) === true && dots.length < mostSuperseded ? [...dots, dot] : dots
}

/** The placement of a late operation stands in an entity that is named after its dot. */
function renameEntity(entity: EntityId, renamed: ReadonlyMap<Dot, Dot>): EntityId {
  const late = lateDotOf(entity)
  const next = late && renamed.get(late)
  return next === undefined ? entity : lateEntity(next)
}

/** An order-sensitive act cites what its author had seen: of the old chain only what is everybody's. */
function rewriteHeads(text: string, { body, device: old }: Operation, { device, seen }: Rewriting): string {
  const heads = citedHeads(body)
  const cited = heads?.get(old)
  if (heads === undefined || cited === undefined || device === old || cited <= seen) return text
  const left = [...heads].map(([of, n]) => ({ device: of, n: of === old ? seen : n })).filter(({ n }) => n > 0)
  return JSON.stringify({ ...Object(body), heads: left })
}
