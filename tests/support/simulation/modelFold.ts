// What an audit must show, computed in the plainest way from all operations at once: the current values of a register are the operations
// that no operation of the same entity supersedes [M4], and what a sign-off had not seen waits [M14]. Shares no code with the fold that it judges.
import { z } from '../../../src/protocol/strictZod.ts'
import type { EncodedOperation } from '../../../src/domain/oplog/Operation.ts'

const header = z.object({
  device: z.string(),
  n: z.number(),
  kind: z.string(),
  entity: z.string(),
  supersedes: z.array(z.string()),
  author: z.string(),
})

export type ModelOperation = z.infer<typeof header> & { readonly dot: string; readonly body: unknown }

export function readModelOperation(encoded: EncodedOperation): ModelOperation {
  const read = header.parse(JSON.parse(encoded.header))
  return { ...read, dot: `${read.device}:${read.n}`, body: JSON.parse(encoded.body) as unknown }
}

/** `entity dot` → kind and body of every value that is to be seen, sorted; and the dots that wait or were set aside. */
export interface ModelState {
  readonly visible: readonly string[]
  readonly late: readonly string[]
}

export function modelFold(operations: readonly ModelOperation[]): ModelState {
  const held = heldBack(operations)
  const acting = operations.filter(({ dot }) => !held.has(dot))
  const superseded = supersededBy(acting)
  const visible = acting
    .filter(({ entity, dot }) => !superseded.has(`${entity} ${dot}`))
    .map(({ entity, dot, kind, body }) => `${entity} ${dot} ${kind} ${JSON.stringify(body)}`)
  return { visible: visible.sort(), late: [...held].sort() }
}

function supersededBy(operations: readonly ModelOperation[]): Set<string> {
  return new Set(
    operations.flatMap(({ entity, supersedes, dot }) =>
      supersedes.filter((other) => other !== dot).map((other) => `${entity} ${other}`),
    ),
  )
}

const unsealed =
  /^(measure-|audit-signed-off$|audit-reopened$|late-entry-placed$|report-issued$|report-published$|finding-approved$|fact-)/
const signOffBody = z.object({ heads: z.array(z.object({ device: z.string(), n: z.number() })) })
const placementBody = z.object({ placement: z.string() })

/** What a sign-off in force had not seen waits; what a person set aside stays aside; what a person took acts [M14] [M16]. */
function heldBack(operations: readonly ModelOperation[]): Set<string> {
  const signOffs = operations.filter(({ kind }) => kind === 'audit-signed-off')
  const ended = supersededBy(operations.filter(({ kind }) => kind === 'audit-signed-off' || kind === 'audit-reopened'))
  const inForce = signOffs.filter(({ entity, dot }) => !ended.has(`${entity} ${dot}`))
  const placed = new Map<string, string>()
  for (const { kind, entity, body } of operations) {
    if (kind !== 'late-entry-placed') continue
    const dot = entity.slice('late:'.length).replace('.', ':')
    if (placed.get(dot) !== 'taken') placed.set(dot, placementBody.parse(body).placement)
  }
  const held = operations.filter((operation) => {
    if (unsealed.test(operation.kind) || placed.get(operation.dot) === 'taken') return false
    const counting = placed.get(operation.dot) === 'set-aside' ? signOffs : inForce
    return counting.some((signOff) => !hasSeen(signOff, operation))
  })
  return new Set(held.map(({ dot }) => dot))
}

/** Whether a signature covers an operation: its own device's earlier ones are in its chain. */
export function hasSeen(signOff: ModelOperation, { device, n }: ModelOperation): boolean {
  if (device === signOff.device) return n <= signOff.n
  const cited = signOffBody.parse(signOff.body).heads.find((head) => head.device === device)
  return cited !== undefined && n <= cited.n
}
