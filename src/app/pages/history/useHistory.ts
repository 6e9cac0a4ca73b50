// The history of the open audit as its page shows it: the rows that the filter leaves, each one's words once it is drawn, and what there is
// to filter by. Words are made for all rows only where a text is looked for.
import { computed, toValue, type ComputedRef } from 'vue'
import type { HistoryEntry } from '../../components/history/HistoryEntry.ts'
import { createHistoryReader } from '../../components/history/createHistoryReader.ts'
import { isRowShown, type HistoryFilter, type RowFacts } from '../../components/history/historyFilter.ts'
import { historyRows, type HistoryRow } from '../../components/history/historyRows.ts'
import { subjectsOf } from '../../components/history/subjectsOf.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { useAuditLog, type AuditLog } from '../../composables/useAuditLog.ts'
import { useHistoryWords } from '../../composables/useHistoryWords.ts'
import { usePlaceWords, type PlaceWords } from '../../composables/usePlaceWords.ts'
import { answerEntity, isEvidenceId, parseAnswerEntity, parseSampleEntity } from '../../../domain/audit/entityIds.ts'
import type { EntityId } from '../../../domain/oplog/Dot.ts'
import { foldForSearch, searchWords } from '../../../domain/text/foldForSearch.ts'

export interface HistoryPlace {
  /** As the filter names it. */
  readonly value: string
  readonly word: string
}

export interface History extends AuditLog {
  readonly rows: ComputedRef<readonly HistoryRow[]>
  readonly total: ComputedRef<number>
  readonly entryOf: (row: HistoryRow) => HistoryEntry
  readonly placeOf: (row: HistoryRow) => PlaceWords
  readonly people: ComputedRef<readonly HistoryPlace[]>
  readonly devices: ComputedRef<readonly HistoryPlace[]>
  readonly findings: ComputedRef<readonly HistoryPlace[]>
  readonly questions: ComputedRef<readonly HistoryPlace[]>
}

export function useHistory(open: OpenAudit, filter: () => HistoryFilter): History {
  const { log, fetchAll } = useAuditLog(open)
  const words = useHistoryWords(open)
  const entries = computed(() => log.value?.entries ?? [])
  const all = computed(() => {
    const operations = entries.value.map(({ operation }) => operation)
    return historyRows(entries.value, subjectsOf(operations))
  })
  const reader = computed(() => createHistoryReader(entries.value, open.sight().state, words.value))
  const read = computed(() => {
    const { entryOf } = reader.value
    return remembering((row: HistoryRow) => entryOf(row.logged))
  })
  const placeWords = usePlaceWords(open)
  const placeOfSubject = computed(() => {
    // Numbers and titles of findings may change with any change.
    toValue(open.audit)
    return remembering(placeWords)
  })
  const placeOf = ({ subject, logged }: HistoryRow): PlaceWords => {
    const place = placeOfSubject.value(subject)
    const { entity } = logged.operation
    return isEvidenceId(entity) && open.audit.value.evidence.get(entity)?.existence === 'present'
      ? { place: place.place, to: evidenceTo(open, entity) }
      : place
  }

  const factsOf = (row: HistoryRow): RowFacts => ({
    standing: reader.value.standingOf(row.logged),
    isSettling: reader.value.settledFrom(row.logged.operation).length > 0,
    isTakenBack: reader.value.isTakenBack(row.logged.operation),
  })
  const searched = computed(() => {
    const entryOf = read.value
    return remembering((row: HistoryRow) => {
      const { author, label, words: said, settledFrom } = entryOf(row)
      const parts = [placeOf(row).place, author, label, said, ...settledFrom.map((version) => version.words)]
      return foldForSearch(parts.join('\n'))
    })
  })
  const rows = computed(() => {
    const wanted = filter()
    const sought = searchWords(wanted.text)
    return all.value.filter(
      (row) =>
        isRowShown(row, wanted, factsOf) &&
        (sought.length === 0 || sought.every((word) => searched.value(row).includes(word))),
    )
  })

  return {
    log,
    fetchAll,
    rows,
    total: computed(() => all.value.length),
    entryOf: (row) => read.value(row),
    placeOf,
    people: computed(() => namesIn(all.value, ({ author }) => author, words.value.nameOf)),
    devices: computed(() => namesIn(all.value, ({ device }) => device, words.value.deviceOf)),
    findings: computed(() => placesIn(all.value, findingIn, placeOfSubject.value)),
    questions: computed(() => placesIn(all.value, questionIn, placeOfSubject.value)),
  }
}

function remembering<Key extends object | string, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = make(key)
    known.set(key, value)
    return value
  }
}

function evidenceTo({ stream }: OpenAudit, entity: EntityId): PlaceWords['to'] & object {
  return { name: 'evidence', params: { stream, evidence: entity.slice('evidence:'.length) } }
}

type Written = HistoryRow['logged']['operation']

function namesIn(
  rows: readonly HistoryRow[],
  idOf: (operation: Written) => string,
  wordOf: (id: string) => string,
): readonly HistoryPlace[] {
  const ids = new Set(rows.map(({ logged }) => idOf(logged.operation)))
  return [...ids].map((value) => ({ value, word: wordOf(value) })).sort((a, b) => a.word.localeCompare(b.word, 'ja'))
}

interface Found {
  readonly value: string
  /** What is named. */
  readonly entity: EntityId
}

const findingIn = (subject: EntityId): Found | undefined =>
  subject.startsWith('finding:') ? { value: subject, entity: subject } : undefined

/** The question itself, whichever item it was answered for. */
function questionIn(subject: EntityId): Found | undefined {
  const ref = parseAnswerEntity(subject) ?? parseSampleEntity(subject)?.ref
  if (ref === undefined) return undefined
  const { template, question } = ref
  return { value: `question:${question}`, entity: answerEntity({ template, question }) }
}

/** What there are changes about, each once, in the order of its words: numbers of findings and of questions stand in front. */
function placesIn(
  rows: readonly HistoryRow[],
  find: (subject: EntityId) => Found | undefined,
  words: (subject: EntityId) => PlaceWords,
): readonly HistoryPlace[] {
  const places = new Map<string, EntityId>()
  for (const subject of new Set(rows.map((row) => row.subject))) {
    const found = find(subject)
    if (found !== undefined && !places.has(found.value)) places.set(found.value, found.entity)
  }
  return [...places]
    .map(([value, entity]) => ({ value, word: words(entity).place }))
    .sort((a, b) => a.word.localeCompare(b.word, 'ja', { numeric: true }))
}
