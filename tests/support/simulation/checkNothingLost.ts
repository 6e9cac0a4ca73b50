// What "nothing lost" means, once everything is calm: (a) to (g) of the testing design. Every broken promise is one line in plain words.
import type { Journal } from './Journal.ts'
import { hasSeen, modelFold, readModelOperation, type ModelOperation } from './modelFold.ts'
import type { LoggedOperation, ServerContent } from './ServerContent.ts'
import type { SimulatedTab } from './SimulatedTab.ts'
import { stateSnapshot } from '../stateSnapshot.ts'
import { z } from '../../../src/protocol/strictZod.ts'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import { isOrderSensitive } from '../../../src/domain/audit/isOrderSensitive.ts'
import type { StreamId } from '../../../src/domain/oplog/Dot.ts'
import type { OperationDraft } from '../../../src/domain/oplog/Operation.ts'
import { foldOperations } from '../../../src/domain/oplog/foldOperations.ts'
import { parseOperation } from '../../../src/domain/oplog/parseOperation.ts'
import { emptyStreamState, type StreamState } from '../../../src/domain/oplog/StreamState.ts'
import { countUnsent } from '../../../src/localdb/countUnsent.ts'
import { listStreams } from '../../../src/localdb/listStreams.ts'
import { readDrafts } from '../../../src/localdb/readDrafts.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { sha256 } from '../../../src/server/sha256.ts'

interface Kept {
  readonly stream: string
  readonly operation: ModelOperation
}

/** Of the server alone: (b), (c), (d), (e), and that its chains hold. */
export function checkServer(server: ServerContent, journal: Journal): string[] {
  const log = server.log.map((row) => ({ stream: row.stream, operation: readModelOperation(row) }))
  const aside = server.quarantine.flatMap(readAside)
  return [
    ...checkVersions(server.log),
    ...checkSaved(journal, { log, aside }),
    ...checkWritten(journal, log),
    ...checkWritten(journal, aside).map((line) => `in quarantine: ${line}`),
    ...checkSuperseding({ log, aside }, journal),
    ...checkActs(log, journal),
    ...checkNumbers(log, journal),
    ...checkRefusals(server.quarantine),
  ]
}

function readAside({ stream, operation }: ServerContent['quarantine'][number]): Kept[] {
  try {
    const { h, b, s } = JSON.parse(operation) as { h: string; b: string; s: string }
    return [{ stream, operation: readModelOperation({ header: h, body: b, salt: s }) }]
  } catch {
    return []
  }
}

/** Contiguous, and every root follows from the one before [P4]. */
function checkVersions(log: readonly LoggedOperation[]): string[] {
  const problems: string[] = []
  let [stream, version, root] = ['', 0, '']
  for (const row of log) {
    if (row.stream !== stream) [stream, version, root] = [row.stream, 0, '']
    version += 1
    root = sha256(root + sha256(row.header))
    if (row.version !== version || row.root !== root || row.hash !== sha256(row.header))
      problems.push(`version ${row.version} of ${stream} does not follow the one before`)
  }
  return problems
}

interface ServerSide {
  readonly log: readonly Kept[]
  readonly aside: readonly Kept[]
}

/** (b) What the screen called saved is there, all of it together; what it called not saved is not. */
function checkSaved(journal: Journal, { log, aside }: ServerSide): string[] {
  const problems: string[] = []
  const logged = countByAuthor(log)
  const kept = countByAuthor(aside)
  for (const { author, drafts, outcome, isLost, copies, tablet } of journal.attempts.values()) {
    const inLog = logged.get(author) ?? 0
    const inAll = inLog + (kept.get(author) ?? 0)
    const name = `${author} of ${tablet} (${drafts.map(({ kind }) => kind).join(', ')})`
    // What an act decided was refused with it: it must be decided again, not be sent again, not even after a restore.
    const isAct = drafts.some(({ kind }) => isOrderSensitive(kind))
    const inPlace = isAct ? inAll : inLog
    const mayMiss = isLost || (isAct && journal.hasRestores)
    if (outcome === 'saved' && !mayMiss && inPlace < drafts.length)
      problems.push(`${name} was saved and is not on the server`)
    if (outcome === 'refused' && inAll > 0) problems.push(`${name} was called not saved and is on the server`)
    if (inLog > drafts.length * (1 + copies)) problems.push(`${name} is in the log more than once`)
  }
  return problems
}

function countByAuthor(kept: readonly Kept[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { operation } of kept) counts.set(operation.author, (counts.get(operation.author) ?? 0) + 1)
  return counts
}

/** (c) Nothing is there that nobody wrote. */
function checkWritten(journal: Journal, kept: readonly Kept[]): string[] {
  return kept.flatMap(({ stream, operation }) => {
    const attempt = journal.attempts.get(operation.author)
    const isWritten = attempt?.stream === stream && attempt.drafts.some((draft) => isWhat(draft, operation))
    return isWritten ? [] : [`nobody wrote ${operation.kind} by ${operation.author}`]
  })
}

function isWhat(draft: OperationDraft, { kind, entity, body }: ModelOperation): boolean {
  // A tablet that becomes another device names what it refers to by its new dots: a late entry, and what a signature had seen.
  const isRenamed = kind === 'late-entry-placed' && entity.startsWith('late:')
  const isSameText = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const isSameBody = isOrderSensitive(kind)
    ? isSameText(withoutHeads(draft.body), withoutHeads(body))
    : isSameText(draft.body, body)
  return draft.kind === kind && (isRenamed || draft.entity === entity) && isSameBody
}

function withoutHeads(body: unknown): unknown {
  return { ...Object(body), heads: [] }
}

/** Everybody is honest here: only copies of a tablet and hasty signatures give a reason to refuse. */
function checkRefusals(quarantine: ServerContent['quarantine']): string[] {
  return quarantine.flatMap(({ device, n, code, operation }) => {
    const isAct = /audit-signed-off|audit-reopened|report-issued|report-published/.test(operation)
    return code === 'fork' || (code === 'stale-heads' && isAct) ? [] : [`${device}:${n} is in quarantine: ${code}`]
  })
}

/** A signature covers everything that the log held before it [M15]. After a restore its order is not the one of that time. */
function checkActs(log: readonly Kept[], journal: Journal): string[] {
  if (journal.hasRestores) return []
  return log.flatMap((act, index) => {
    if (!isOrderSensitive(act.operation.kind)) return []
    const before = log.slice(0, index).filter(({ stream }) => stream === act.stream)
    const unseen = before.find(({ operation }) => !hasSeen(act.operation, operation))
    return unseen === undefined ? [] : [`${act.operation.dot} signs without having seen ${unseen.operation.dot}`]
  })
}

/** A number that one issue gave is given by every later one to the same finding, and to no other [A11]. */
function checkNumbers(log: readonly Kept[], journal: Journal): string[] {
  if (journal.hasRestores) return []
  const given = new Map<string, string>()
  return log.flatMap(({ stream, operation }) => {
    if (operation.kind !== 'report-issued') return []
    const { numbers } = issueBody.parse(operation.body)
    const now = new Map(numbers.map(({ finding, item }) => [`${stream} ${item}`, finding]))
    const broken = [...given].filter(([place, finding]) => place.startsWith(`${stream} `) && now.get(place) !== finding)
    for (const [place, finding] of now) given.set(place, finding)
    const isDoubled = now.size < numbers.length ? [`${operation.dot} gives a number twice`] : []
    return [...broken.map(([place]) => `${operation.dot} takes the number ${place} away`), ...isDoubled]
  })
}

const issueBody = z.object({ numbers: z.array(z.object({ finding: z.string(), item: z.number() })) })

/** (e) What an operation supersedes exists, unless it was lost with the only one who had it. */
function checkSuperseding({ log, aside }: ServerSide, journal: Journal): string[] {
  const dots = new Set([...log, ...aside].map(({ stream, operation }) => `${stream} ${operation.dot}`))
  const mayMiss = [...journal.attempts.values()].some(({ isLost }) => isLost)
  if (mayMiss) return []
  return log.flatMap(({ stream, operation }) =>
    operation.supersedes
      .filter((dot) => !dots.has(`${stream} ${dot}`))
      .map((dot) => `${operation.dot} supersedes ${dot}, which is nowhere`),
  )
}

/** What was being typed is still there, and it is gone exactly where it became an entry. */
export async function checkTyped(tab: SimulatedTab, server: ServerContent, journal: Journal): Promise<string[]> {
  const found = new Map(
    (await readDrafts(tab.db)).map(({ key, content }) => [`${key.stream} ${key.entity}`, content?.text]),
  )
  return [...journal.typed.values()].flatMap(({ tablet, key, possible, entry }) => {
    if (tablet !== tab.tablet.name) return []
    const text = found.get(`${key.stream} ${key.entity}`) ?? null
    const place = `${tablet}: the text at ${key.entity}`
    if (!possible.has(text)) return [`${place} is ${text ?? 'gone'} and was ${[...possible].join(' or ')}`]
    const isThere = server.log.some(({ header }) => header.includes(`"author":"${entry?.author ?? ''}"`))
    const isHalf = entry?.outcome === 'open' && !entry.isLost && entry.copies === 0 && isThere !== (text === null)
    return isHalf ? [`${place} is ${text ?? 'gone'}, its entry ${isThere ? 'written' : 'not written'}`] : []
  })
}

/** (a), (d), (g): a tablet shows what the server's log amounts to, has all of it, and waits for nothing. */
export async function checkTab(
  tab: SimulatedTab,
  server: ServerContent,
  streams: readonly StreamId[],
): Promise<string[]> {
  const problems: string[] = []
  const { db } = tab
  const { entries } = await countUnsent(db)
  if (entries > 0) problems.push(`${entries} entries still wait`)
  const held = await listStreams(db)
  for (const stream of streams) {
    const log = server.log.filter((row) => row.stream === stream)
    const standing = held.find((other) => other.stream === stream)
    if ((standing?.position.cursor ?? 0) !== log.length || (standing?.root ?? '') !== (log.at(-1)?.root ?? ''))
      problems.push(`stands at ${standing?.position.cursor ?? 0} of ${log.length} of ${stream}`)
    const opened = await openStream(db, stream, auditKinds)
    problems.push(...compare(`${stream} opened`, opened.state, log))
    const shown = tab.followed(stream)?.document.state
    if (shown !== undefined) problems.push(...compare(`${stream} on the screen`, shown, log))
  }
  return problems.map((line) => `${tab.owner.name}: ${line}`)
}

function compare(what: string, state: StreamState, log: readonly LoggedOperation[]): string[] {
  const problems: string[] = []
  const folded = emptyStreamState()
  const operations = log.flatMap((row) => {
    const parsed = parseOperation(row)
    return parsed.ok ? [parsed.value] : []
  })
  foldOperations(folded, operations, auditKinds)
  if (JSON.stringify(stateSnapshot(state)) !== JSON.stringify(stateSnapshot(folded)))
    problems.push(`${what} is not what the log of the server amounts to`)
  const model = modelFold(log.map(readModelOperation))
  const visible = visibleValues(state)
  if (model.visible.join('\n') !== visible.join('\n'))
    problems.push(`${what} shows ${firstDifference(visible, model.visible)}`)
  const late = [...state.late.keys()].sort()
  if (late.join() !== model.late.join())
    problems.push(`${what} holds back ${late.join(' ')} and should hold back ${model.late.join(' ')}`)
  return problems
}

function visibleValues(state: StreamState): string[] {
  return [...state.entities.values()]
    .flatMap((entity) =>
      [...entity.registers.values()].flatMap((values) =>
        values.map(({ dot, kind, body }) => `${entity.id} ${dot} ${kind} ${JSON.stringify(body)}`),
      ),
    )
    .sort()
}

function firstDifference(shown: readonly string[], right: readonly string[]): string {
  const missing = right.find((line) => !shown.includes(line))
  const extra = shown.find((line) => !right.includes(line))
  return `${extra ?? 'nothing'} and should show ${missing ?? 'nothing'}`
}
