// The log behind an audit in words, for its working paper: every change, what is not settled, what came late, where the chains end.
import type { OpenAudit } from './OpenAudit.ts'
import { contentOf, registerOf } from '../components/history/buildHistory.ts'
import { describeContent, type ContentWords } from '../components/history/describeContent.ts'
import type { LateEntry } from '../../domain/audit/listLate.ts'
import type { DeviceId, Dot, EntityId, PersonId } from '../../domain/oplog/Dot.ts'
import type { Operation } from '../../domain/oplog/Operation.ts'
import type { HistoryEntry } from '../../localdb/readHistory.ts'
import type { WholeHistory } from '../../localdb/readWholeHistory.ts'
import type {
  FieldPlace,
  HistoryStanding,
  LateLine,
  OpenConflict,
  WorkingPaperRecords,
  WrittenVersion,
} from '../../reports/working-paper/WorkingPaperRecords.ts'

export interface PaperWords extends ContentWords {
  readonly placeOf: (entity: EntityId) => string
}

type Opened = Pick<OpenAudit, 'nameOf' | 'conflicts' | 'late' | 'sight'>

export function buildPaperRecords(open: Opened, log: WholeHistory, words: PaperWords): WorkingPaperRecords {
  const byDot = new Map(log.entries.map(({ operation }) => [operation.dot, operation]))
  const standingOf = createStanding(open)
  return {
    conflicts: conflictsOf(open, words),
    late: open.late.value.flatMap((entry) => lateLines(open, entry, words)),
    history: log.entries.map((entry) => ({
      ...fieldOf(entry.operation.entity, registerOf(entry.operation) ?? '', words),
      ...versionOf(open, entry.operation, words),
      standing: standingOf(entry),
      settledFrom: settledFrom(entry.operation, byDot, words).map((earlier) => versionOf(open, earlier, words)),
    })),
    isHistoryWhole: log.isWhole,
    chainEnds: log.ends,
  }
}

function fieldOf(entity: EntityId, register: string, { t, placeOf }: PaperWords): FieldPlace {
  return { place: placeOf(entity), field: register === '' ? '' : t(`conflict.register.${register}`) }
}

interface Written {
  readonly author: PersonId
  readonly device: DeviceId
  readonly at: string
  readonly offset: number | null
}

function written(
  { nameOf }: Pick<OpenAudit, 'nameOf'>,
  { author, device, at, offset }: Written,
  text: string,
): WrittenVersion {
  return { author: nameOf(author), device, at, offset, words: text }
}

function versionOf(open: Opened, operation: Operation, words: PaperWords): WrittenVersion {
  return written(open, operation, textOf(operation, words))
}

function textOf(operation: Operation, words: PaperWords): string {
  const content = contentOf(operation)
  return content === undefined ? words.t('history.unknown') : describeContent(content, words)
}

/** The versions that an operation replaced, where they differed from each other. */
function settledFrom(
  operation: Operation,
  byDot: ReadonlyMap<Dot, Operation>,
  words: PaperWords,
): readonly Operation[] {
  if (operation.supersedes.length < 2) return []
  const register = registerOf(operation)
  const replaced = operation.supersedes
    .map((dot) => byDot.get(dot))
    .filter((earlier) => earlier !== undefined)
    .filter((earlier) => registerOf(earlier) === register)
  return new Set(replaced.map((earlier) => textOf(earlier, words))).size > 1 ? replaced : []
}

function createStanding({ conflicts, sight }: Opened): (entry: HistoryEntry) => HistoryStanding {
  const parallel = new Set(conflicts.value.flatMap(({ register }) => register.dots))
  const { late } = sight().state
  return ({ operation: { dot }, status }) => {
    if (status === 'refused') return 'refused'
    if (late.has(dot)) return 'late'
    if (parallel.has(dot)) return 'parallel'
    return status === 'unsent' ? 'unsent' : 'counts'
  }
}

function conflictsOf(open: Opened, words: PaperWords): readonly OpenConflict[] {
  return open.conflicts.value.map(({ entity, name, register }) => ({
    ...fieldOf(entity, name, words),
    versions: register.values.map((value) => written(open, value, describeContent(value.content, words))),
  }))
}

function lateLines(open: Opened, entry: LateEntry, words: PaperWords): readonly LateLine[] {
  return entry.changes.map(({ register, after }) => ({
    ...fieldOf(entry.entity, register, words),
    ...written(open, entry, describeContent(after, words)),
    state: entry.placement === undefined ? 'waiting' : 'set-aside',
  }))
}
