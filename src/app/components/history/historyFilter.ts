// What of the history is shown: read from the address and written into it, so that a view can be come back to and passed on.
import type { Standing } from './HistoryEntry.ts'
import { historyGroups, type HistoryGroup, type HistoryRow } from './historyRows.ts'
import { parseAnswerEntity, parseSampleEntity } from '../../../domain/audit/entityIds.ts'
import { isEntityId, type EntityId } from '../../../domain/oplog/Dot.ts'

/** `settled`: decided between versions. `taken-back`: undone later. `uncounted`: late, set aside, refused or unreadable. */
export const historyStates = ['settled', 'parallel', 'taken-back', 'uncounted', 'unsent'] as const
export type HistoryState = (typeof historyStates)[number]

export interface HistoryFilter {
  readonly group: HistoryGroup | ''
  readonly state: HistoryState | ''
  /** A person's and a device's id; empty: all. */
  readonly by: string
  readonly device: string
  /** `finding:<id>`, `question:<id>` or any entity; empty: the whole audit. */
  readonly place: string
  readonly text: string
}

export const wholeHistory: HistoryFilter = { group: '', state: '', by: '', device: '', place: '', text: '' }

type Query = Readonly<Record<string, unknown>>

export function readHistoryFilter(query: Query): HistoryFilter {
  return {
    group: historyGroups.find((group) => group === query['kind']) ?? '',
    state: historyStates.find((state) => state === query['state']) ?? '',
    by: textOf(query['by']),
    device: textOf(query['device']),
    place: placeIn(query),
    text: textOf(query['q']),
  }
}

function placeIn(query: Query): string {
  const [finding, question, entity] = [query['finding'], query['question'], query['entity']].map(textOf)
  if (finding !== '') return `finding:${finding ?? ''}`
  if (question !== '') return `question:${question ?? ''}`
  return entity !== undefined && isEntityId(entity) ? entity : ''
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Only what differs from the whole history. */
export function historyQuery({ group, state, by, device, place, text }: HistoryFilter): Record<string, string> {
  const [, type, id] = /^(finding|question):(.+)$/.exec(place) ?? []
  const placed = type !== undefined && id !== undefined ? { [type]: id } : { entity: place }
  const all: Record<string, string> = { kind: group, state, by, device, ...placed, q: text.trim() }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

/** How a row stands: asked only where the filter is about it. */
export interface RowFacts {
  readonly standing: Standing
  readonly isSettling: boolean
  readonly isTakenBack: boolean
}

export function isRowShown(row: HistoryRow, filter: HistoryFilter, factsOf: (row: HistoryRow) => RowFacts): boolean {
  const { operation } = row.logged
  return (
    (filter.group === '' || row.group === filter.group) &&
    (filter.by === '' || operation.author === filter.by) &&
    (filter.device === '' || operation.device === filter.device) &&
    (filter.place === '' || isAt(row, filter.place)) &&
    (filter.state === '' || isIn(filter.state, factsOf(row)))
  )
}

function isAt({ subject, logged }: HistoryRow, place: string): boolean {
  if (place.startsWith('question:')) return questionOf(subject) === place.slice('question:'.length)
  return subject === place || logged.operation.entity === place
}

/** The question behind an answer, a sample or one of its records. */
function questionOf(subject: EntityId): string | undefined {
  return parseAnswerEntity(subject)?.question ?? parseSampleEntity(subject)?.ref.question
}

function isIn(state: HistoryState, { standing, isSettling, isTakenBack }: RowFacts): boolean {
  switch (state) {
    case 'settled':
      return isSettling
    case 'taken-back':
      return isTakenBack
    case 'parallel':
    case 'unsent':
      return standing === state
    case 'uncounted':
      return ['late', 'set-aside', 'refused', 'unknown'].includes(standing)
  }
}
