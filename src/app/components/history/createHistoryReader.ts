// Reads a log as people ask about it: what each operation replaced, decided between or took back, and how it stands today.
// Shows every one of them: superseded, parallel, late, refused and unreadable ones too. Words are made for what is looked at only.
import { claimedMoment } from '../clock/ClockSkew.ts'
import { contentOf, registerOf } from './contentOf.ts'
import { describeContent, type ContentWords } from './describeContent.ts'
import type { HistoryEntry, HistoryVersion, Standing } from './HistoryEntry.ts'
import { emptyAgain } from '../../../domain/audit/decideUndo.ts'
import { isBinding } from '../../../domain/audit/isBinding.ts'
import { listConflicts } from '../../../domain/audit/listConflicts.ts'
import type { Dot, EntityId } from '../../../domain/oplog/Dot.ts'
import { isSameJson } from '../../../domain/oplog/isSameJson.ts'
import type { Operation } from '../../../domain/oplog/Operation.ts'
import type { StreamState } from '../../../domain/oplog/StreamState.ts'

/** An operation with what the tablet knows of its way to the server; without that it counts as shared. */
export interface LoggedOperation {
  readonly operation: Operation
  readonly status?: 'shared' | 'unsent' | 'acked' | 'refused'
}

export interface HistoryWords extends ContentWords {
  readonly nameOf: (author: string) => string
  readonly deviceOf: (device: string) => string
  /** A register's name in words, with what it belongs to where the list mixes entities. */
  readonly labelOf: (register: string, entity: EntityId) => string
}

export interface HistoryReader {
  readonly entryOf: (logged: LoggedOperation) => HistoryEntry
  readonly textOf: (operation: Operation) => string
  readonly standingOf: (logged: LoggedOperation) => Standing
  /** The versions of a conflict that the operation settled, where they differ in words. */
  readonly settledFrom: (operation: Operation) => readonly Operation[]
  readonly isTakenBack: (operation: Operation) => boolean
}

/** Registers whose value stands for itself: writing an earlier one again makes sense. */
const restorable = new Set<string>([
  ...['title', 'class', 'lead', 'conditions', 'criteria', 'cause', 'effect', 'recommendation'],
  ...['text', 'schedule', 'note', 'judgement', 'value', 'caption', 'severity', 'owner'],
])
/** Clocks of tablets that are right differ by less. */
const clockPlayMs = 2 * 60_000

export function createHistoryReader(
  log: readonly LoggedOperation[],
  state: StreamState,
  words: HistoryWords,
): HistoryReader {
  const links = linksOf(log)
  const standingOf = createStanding(state)
  const textOf = (operation: Operation) => {
    const content = contentOf(operation)
    return content === undefined ? words.t('history.unknown') : describeContent(content, words)
  }
  const versionOf = (operation: Operation): HistoryVersion => ({
    key: operation.dot,
    author: words.nameOf(operation.author),
    device: words.deviceOf(operation.device),
    at: operation.at,
    offset: operation.offset,
    words: textOf(operation),
  })
  const settledFrom = (operation: Operation): readonly Operation[] => {
    if (operation.supersedes.length < 2) return []
    const replaced = links.replacedBy(operation)
    return new Set(replaced.map(textOf)).size > 1 ? replaced : []
  }

  function entryOf(logged: LoggedOperation): HistoryEntry {
    const { operation } = logged
    const register = registerOf(operation)
    const current = currentOf(state, operation)
    const replaced = links.replacedBy(operation)
    const settled = settledFrom(operation)
    const end = links.endOf(operation)
    const isCurrent = current.includes(operation.dot)
    const [before] = settled.length === 0 ? replaced : []
    return {
      ...versionOf(operation),
      label: register === undefined ? '' : words.labelOf(register, operation.entity),
      standing: standingOf(logged),
      isCurrent,
      before: before && versionOf(before),
      settledFrom: settled.map(versionOf),
      isTakingBack: links.takenBackBy(operation) !== undefined,
      endedBy: end && { how: end.how, by: versionOf(end.by) },
      isAct: register !== undefined && isBinding(register),
      isBeforeReplaced: replaced.some((earlier) => momentOf(earlier) - momentOf(operation) > clockPlayMs),
      canRestore: !isCurrent && current.length === 1 && register !== undefined && restorable.has(register),
    }
  }

  return {
    entryOf,
    textOf,
    standingOf,
    settledFrom,
    isTakenBack: (operation) => links.endOf(operation)?.how === 'taken-back',
  }
}

/** When it was written, as far as the tablet's clock can be put right. */
export function momentOf({ at, offset }: Pick<Operation, 'at' | 'offset'>): number {
  return claimedMoment(at, offset).shown.getTime()
}

function currentOf({ entities }: StreamState, operation: Operation): readonly Dot[] {
  const register = registerOf(operation)
  if (register === undefined) return []
  return (entities.get(operation.entity)?.registers.get(register) ?? []).map(({ dot }) => dot)
}

function createStanding(state: StreamState): (logged: LoggedOperation) => Standing {
  const parallel = new Set(listConflicts(state).flatMap(({ register }) => register.dots))
  return ({ operation, status }) => {
    const { dot } = operation
    if (status === 'refused') return 'refused'
    if (state.late.has(dot)) return state.placed.get(dot) === 'set-aside' ? 'set-aside' : 'late'
    if (state.opaque.has(dot)) return 'unknown'
    if (parallel.has(dot)) return 'parallel'
    return status === 'unsent' ? 'unsent' : 'counts'
  }
}

interface Links {
  /** The known operations of the same register that it took the place of. */
  readonly replacedBy: (operation: Operation) => readonly Operation[]
  /** The change that this operation took back. */
  readonly takenBackBy: (operation: Operation) => Operation | undefined
  readonly endOf: (
    operation: Operation,
  ) => { readonly how: 'taken-back' | 'removed'; readonly by: Operation } | undefined
}

function linksOf(log: readonly LoggedOperation[]): Links {
  const byDot = new Map(log.map(({ operation }) => [operation.dot, operation]))
  const successors = new Map<Dot, Operation[]>()
  for (const { operation } of log)
    for (const dot of operation.supersedes) {
      const known = successors.get(dot)
      if (known === undefined) successors.set(dot, [operation])
      else known.push(operation)
    }
  const replacedBy = (operation: Operation): readonly Operation[] => {
    const register = registerOf(operation)
    return operation.supersedes
      .map((dot) => byDot.get(dot))
      .filter((earlier) => earlier !== undefined)
      .filter((earlier) => registerOf(earlier) === register)
  }
  /** Whether `later` says again what stood before `change`. */
  const takesBack = (later: Operation, change: Operation): boolean => {
    const [before, ...more] = replacedBy(change)
    if (more.length > 0 || replacedBy(later).length !== 1) return false
    const content = contentOf(later)
    if (content === undefined) return false
    const back = before === undefined ? emptyAgainOf(change) : contentOf(before)
    return back?.kind === content.kind && isSameJson(back.body, content.body)
  }
  return {
    replacedBy,
    takenBackBy: (operation) => {
      const register = registerOf(operation)
      if (register === undefined || register === 'existence' || isBinding(register)) return undefined
      return replacedBy(operation).find((change) => takesBack(operation, change))
    },
    endOf(operation) {
      const register = registerOf(operation)
      if (register === undefined || isBinding(register)) return undefined
      for (const later of successors.get(operation.dot) ?? []) {
        const of = registerOf(later)
        if (of === 'existence' && register !== 'existence') return { how: 'removed', by: later }
        if (of === register && takesBack(later, operation)) return { how: 'taken-back', by: later }
      }
      return undefined
    },
  }
}

function emptyAgainOf(change: Operation): { readonly kind: string; readonly body: unknown } | undefined {
  const content = contentOf(change)
  return content && emptyAgain(content.kind)
}
