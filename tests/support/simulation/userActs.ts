// What people do in an audit, decided from what their screen shows them: every operation supersedes what was seen, and nothing else.
import type { Random } from './Random.ts'
import type { AuditBodies } from '../../../src/domain/audit/auditKinds.ts'
import { judgements } from '../../../src/domain/audit/auditVocabulary.ts'
import type { Dot, EntityId } from '../../../src/domain/oplog/Dot.ts'
import type { OperationDraft } from '../../../src/domain/oplog/Operation.ts'
import { lateEntity } from '../../../src/domain/oplog/lateLane.ts'
import { dotsOf, readRegister } from '../../../src/domain/oplog/Register.ts'
import { placements, type StreamState } from '../../../src/domain/oplog/StreamState.ts'

const answers = ['answer:antivirus/1-1', 'answer:antivirus/1-2', 'answer:antivirus/1-3'] as EntityId[]
const items = ['item:i1', 'item:i2'] as EntityId[]
const findings = ['finding:f1', 'finding:f2'] as EntityId[]
const measures = ['measure:m1', 'measure:m2'] as EntityId[]
const publications = ['publication:p1', 'publication:p2'] as EntityId[]
const audit = 'audit' as EntityId
/** Of a report that nobody here reads. */
const contentHash = 'h'.repeat(43)

type Act = (random: Random, state: StreamState, text: string) => readonly OperationDraft[]

function seen(state: StreamState, entity: EntityId, register: string): readonly Dot[] {
  return readRegister(state.entities.get(entity), register).dots
}

const judge: Act = (random, state, text) => {
  const entity = random.pick(answers)
  const supersedes = seen(state, entity, 'judgement')
  if (supersedes.length > 0 && random.chance(0.2)) return [{ kind: 'answer-cleared', entity, supersedes, body: {} }]
  return [{ kind: 'answer-judged', entity, supersedes, body: { judgement: random.pick(judgements), reason: text } }]
}

const note: Act = (random, state, text) => {
  const entity = random.pick(answers)
  return [{ kind: 'answer-noted', entity, supersedes: seen(state, entity, 'note'), body: { text } }]
}

/** A kind that tablets of the older release do not know. */
const measureValue: Act = (random, state, text) => {
  const entity = random.pick(answers)
  const supersedes = seen(state, entity, 'value')
  return [{ kind: 'answer-measured', entity, supersedes, body: { value: { type: 'text', text } } }]
}

const listItem: Act = (random, state, text) => {
  const entity = random.pick(items)
  const position = random.between(1, 9)
  const body = { roster: 'machines', tag: 'T', name: text, source: 'found', position, serial: '', details: [] }
  // The newest form, so that what is recorded is what is shown: the model knows no upcasters.
  return [{ v: 2, kind: 'item-listed', entity, supersedes: seen(state, entity, 'listing'), body }]
}

const removeItem: Act = (random, state, text) => {
  const entity = random.pick(items)
  const supersedes = dotsOf(state.entities.get(entity))
  if (supersedes.length === 0) return note(random, state, text)
  return [{ kind: 'item-removed', entity, supersedes, body: {} }]
}

/** Three operations that must never be seen apart. */
const raiseFinding: Act = (random, state, text) => {
  const entity = random.pick(findings)
  const at = (register: string) => seen(state, entity, register)
  return [
    { kind: 'finding-raised', entity, supersedes: at('origin'), body: { questions: [] } },
    { kind: 'finding-titled', entity, supersedes: at('title'), body: { subject: text, demand: 'rectify' } },
    { kind: 'finding-lead-worded', entity, supersedes: at('lead'), body: { text } },
  ]
}

const placeMeasure: Act = (random, state, text) => {
  const entity = random.pick(measures)
  const finding = random.pick(findings)
  const at = (register: string) => seen(state, entity, register)
  return [
    { kind: 'measure-placed', entity, supersedes: at('place'), body: { finding, type: 'correction', position: 1 } },
    { kind: 'measure-worded', entity, supersedes: at('text'), body: { text } },
  ]
}

const titleAudit: Act = (_, state, text) => [
  { kind: 'audit-titled', entity: audit, supersedes: seen(state, audit, 'subject'), body: { subject: text } },
]

/** What the author has seen of every device. */
function headsOf(state: StreamState) {
  return [...state.heads].map(([device, n]) => ({ device, n })).sort((a, b) => (a.device < b.device ? -1 : 1))
}

/** Signs off, or takes the audit up again. */
const sign: Act = (_, state, text) => {
  const register = readRegister(state.entities.get(audit), 'sign-off')
  const heads = headsOf(state)
  const supersedes = register.dots
  if (register.values.some(({ content }) => content.kind === 'audit-signed-off'))
    return [{ kind: 'audit-reopened', entity: audit, supersedes, body: { heads, reason: text } }]
  const body = { heads, questions: 3, answered: 1, findings: 0 }
  return [{ kind: 'audit-signed-off', entity: audit, supersedes, body }]
}

/** Issues the report: numbers once given stay, what is new comes behind them. */
const issue: Act = (_, state) => {
  const register = readRegister<'report-issued', AuditBodies>(state.entities.get(audit), 'issue')
  const given = register.values[0]?.content.body.numbers ?? []
  const added = findings.filter((id) => state.entities.has(id) && given.every(({ finding }) => finding !== id))
  const last = Math.max(0, ...given.map(({ item }) => item))
  const numbers = [...given, ...added.map((finding, index) => ({ finding, item: last + index + 1 }))]
  const body = { heads: headsOf(state), chapter: 2, numbers }
  return [{ kind: 'report-issued', entity: audit, supersedes: register.dots, body }]
}

/** Publishes the report under an id of its own, or of a colleague's who did so at the same time. */
const publish: Act = (random, state, text) => {
  const entity = random.pick(publications)
  const body = { heads: headsOf(state), reportNo: text, contentHash, findings: [] }
  return [{ kind: 'report-published', entity, supersedes: seen(state, entity, 'publication'), body }]
}

const placeLate: Act = (random, state, text) => {
  const waiting = [...state.late.keys()].filter((dot) => !state.placed.has(dot))
  if (waiting.length === 0) return sign(random, state, text)
  return waiting.slice(0, random.between(1, 3)).map((dot) => {
    const entity = lateEntity(dot)
    const body = { placement: random.pick(placements), reason: text }
    return { kind: 'late-entry-placed', entity, supersedes: seen(state, entity, 'placement'), body }
  })
}

const signing: readonly (readonly [number, Act])[] = [
  [2, sign],
  [2, placeLate],
  [1, issue],
  [1, publish],
]

const acts: readonly (readonly [number, Act])[] = [
  [4, judge],
  [4, note],
  [2, measureValue],
  [1, listItem],
  [1, removeItem],
  [1, raiseFinding],
  [1, placeMeasure],
  [1, titleAudit],
]

export interface Deciding {
  readonly random: Random
  readonly state: StreamState
  /** Found in every operation that has room for words. */
  readonly text: string
  /** Somebody may sign the audit off. */
  readonly maySign: boolean
}

export function decideAct({ random, state, text, maySign }: Deciding): readonly OperationDraft[] {
  return random.weighted(maySign ? [...acts, ...signing] : acts)(random, state, text)
}
