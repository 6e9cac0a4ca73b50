// Turns the operations of one entity into entries in words. Shows every one of them: superseded, parallel and unreadable ones too.
import { auditKinds, type AuditKind } from '../../../domain/audit/auditKinds.ts'
import type { Operation } from '../../../domain/oplog/Operation.ts'
import { readBody } from '../../../domain/oplog/readBody.ts'
import type { EntityState } from '../../../domain/oplog/StreamState.ts'
import type { AuditContent } from './AuditContent.ts'
import { describeContent, type ContentWords } from './describeContent.ts'
import type { HistoryEntry, HistoryVersion } from './HistoryEntry.ts'

export interface HistoryWords extends ContentWords {
  readonly nameOf: (author: string) => string
  readonly isThisDevice: (device: string) => boolean
  /** A register's name in words, with what it belongs to where the list mixes entities. */
  readonly labelOf: (register: string) => string
}

/** Registers whose value stands for itself: writing an earlier one again makes sense. */
const restorable = new Set<string>([
  ...['title', 'class', 'lead', 'conditions', 'criteria', 'cause', 'effect', 'recommendation'],
  ...['text', 'schedule', 'note', 'judgement', 'value', 'caption', 'severity', 'owner'],
])

export function buildHistory(
  operations: readonly Operation[],
  entity: EntityState | undefined,
  words: HistoryWords,
): readonly HistoryEntry[] {
  const byDot = new Map(operations.map((operation) => [operation.dot, operation]))
  return operations.map((operation) => {
    const register = registerOf(operation)
    const current = register === undefined ? [] : (entity?.registers.get(register) ?? [])
    const isCurrent = current.some(({ dot }) => dot === operation.dot)
    const replaced = operation.supersedes
      .map((dot) => byDot.get(dot))
      .filter((earlier) => earlier !== undefined)
      .filter((earlier) => registerOf(earlier) === register)
      .map((earlier) => versionOf(earlier, words))
    const isSettling = new Set(replaced.map((version) => version.words)).size > 1
    return {
      ...versionOf(operation, words),
      label: register === undefined ? '' : words.labelOf(register),
      state: isCurrent ? (current.length > 1 ? 'parallel' : 'current') : 'earlier',
      settledFrom: isSettling ? replaced : [],
      canRestore: !isCurrent && current.length === 1 && register !== undefined && restorable.has(register),
    }
  })
}

/** The value that an operation carries; undefined where this release cannot read it. */
export function contentOf(operation: Operation): AuditContent | undefined {
  const kind = kindOf(operation.kind)
  const body = kind && readBody<unknown>(auditKinds[kind], operation.v, operation.body)
  // The parser of the kind made the body; the union of contents cannot express that link.
  return body === undefined ? undefined : ({ kind, body } as AuditContent)
}

export function registerOf(operation: Operation): string | undefined {
  const kind = kindOf(operation.kind)
  return kind && auditKinds[kind].register
}

function kindOf(name: string): AuditKind | undefined {
  return Object.hasOwn(auditKinds, name) ? (name as AuditKind) : undefined
}

function versionOf(operation: Operation, words: HistoryWords): HistoryVersion {
  const content = contentOf(operation)
  return {
    key: operation.dot,
    author: words.nameOf(operation.author),
    isThisDevice: words.isThisDevice(operation.device),
    at: operation.at,
    offset: operation.offset,
    words: content === undefined ? words.t('history.unknown') : describeContent(content, words),
  }
}
