// The log behind an audit in words, for its working paper: every change, what is not settled, what came late, where the chains end.
import type { OpenAudit } from './OpenAudit.ts'
import { registerOf } from '../components/history/contentOf.ts'
import { createHistoryReader, type HistoryReader } from '../components/history/createHistoryReader.ts'
import { subjectsOf } from '../components/history/subjectsOf.ts'
import { describeContent, type ContentWords } from '../components/history/describeContent.ts'
import type { LateEntry } from '../../domain/audit/listLate.ts'
import type { DeviceId, EntityId, PersonId } from '../../domain/oplog/Dot.ts'
import type { Operation } from '../../domain/oplog/Operation.ts'
import type { WholeHistory } from '../../localdb/readWholeHistory.ts'
import type {
  FieldPlace,
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
  const reader = createHistoryReader(log.entries, open.sight().state, {
    ...words,
    nameOf: open.nameOf,
    deviceOf: (device) => device,
    labelOf: (register) => words.t(`conflict.register.${register}`),
  })
  const subjectOf = subjectsOf(log.entries.map(({ operation }) => operation))
  return {
    conflicts: conflictsOf(open, words),
    late: open.late.value.flatMap((entry) => lateLines(open, entry, words)),
    history: log.entries.map((entry) => ({
      ...fieldOf(subjectOf(entry.operation.entity), registerOf(entry.operation) ?? '', words),
      ...versionOf(open, entry.operation, reader),
      standing: reader.standingOf(entry),
      settledFrom: reader.settledFrom(entry.operation).map((earlier) => versionOf(open, earlier, reader)),
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

function versionOf(open: Opened, operation: Operation, { textOf }: HistoryReader): WrittenVersion {
  return written(open, operation, textOf(operation))
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
