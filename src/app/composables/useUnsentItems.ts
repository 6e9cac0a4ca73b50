// The list behind the pill, in the auditor's words. Read only while the list is open: it opens rows that nothing else needs.
import { computed, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { storeToRefs } from 'pinia'
import { useI18n, type ComposerTranslation } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'
import { useAppServices } from './appServices.ts'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import type { OpenAudit } from './OpenAudit.ts'
import { useContentWords } from './useContentWords.ts'
import { useLibrary } from './useLibrary.ts'
import { useReasonWords } from './useReasonWords.ts'
import { viewRefusedFiles } from './viewRefusedFiles.ts'
import { contentOf, registerOf } from '../components/history/contentOf.ts'
import { describeContent } from '../components/history/describeContent.ts'
import type { RefusedGroup, UnsentItem } from '../components/shell/UnsentItem.ts'
import { useSyncStore } from '../stores/useSyncStore.ts'
import { parseAnswerEntity } from '../../domain/audit/entityIds.ts'
import type { Library } from '../../domain/library/Library.ts'
import { listsInConflict } from '../../domain/library/readLibrary.ts'
import type { EntityId } from '../../domain/oplog/Dot.ts'
import { listEvidence } from '../../localdb/listEvidence.ts'
import { listRefused, type RefusedOperation } from '../../localdb/listRefused.ts'
import { listUnsent } from '../../localdb/listUnsent.ts'
import { readRun } from '../../localdb/readRun.ts'
import type { Operation } from '../../domain/oplog/Operation.ts'
import { parseOperation } from '../../domain/oplog/parseOperation.ts'

/** More than anybody reads; the pill has the whole number. */
const mostListed = 100

export interface UnsentLists {
  readonly unsent: Readonly<ShallowRef<readonly UnsentItem[]>>
  readonly refused: Readonly<ShallowRef<readonly RefusedGroup[]>>
  readonly conflicts: ComputedRef<readonly UnsentItem[]>
}

export function useUnsentItems(
  isOpen: Readonly<Ref<boolean>>,
  shown: Readonly<Ref<OpenAudit | undefined>>,
): UnsentLists {
  const { t, d } = useI18n()
  const reasonOf = useReasonWords()
  const contentWords = useContentWords()
  const library = useLibrary()
  const { db } = useAppServices()
  const { status } = storeToRefs(useSyncStore())
  const unsent = shallowRef<readonly UnsentItem[]>([])
  const refused = shallowRef<readonly RefusedGroup[]>([])

  function describe(operation: Operation | undefined): Omit<UnsentItem, 'id'> {
    if (operation === undefined) return { title: t('history.unknown'), detail: '' }
    const content = contentOf(operation)
    const register = registerOf(operation)
    const label = register === undefined ? '' : t(`conflict.register.${register}`)
    const words = content === undefined ? t('history.unknown') : describeContent(content, contentWords.value)
    const place = parseAnswerEntity(operation.entity)?.question ?? ''
    const to = addressOf(operation.stream, operation.entity)
    return {
      title: [place, label].filter((part) => part !== '').join(' ') || t('history.unknown'),
      detail: `${firstLine(words)}  ${d(new Date(operation.at), 'moment')}`,
      ...(to === undefined ? {} : { to }),
    }
  }

  async function read(): Promise<void> {
    const runs = await listUnsent(db)
    const operations: Operation[] = []
    for (const run of runs.reverse()) {
      if (operations.length >= mostListed) break
      const { operations: own } = await readRun(db, { ...run, from: Math.max(run.from, run.to - mostListed + 1) })
      operations.push(...own.flatMap(({ encoded }) => readable(encoded)).reverse())
    }
    unsent.value = operations.slice(0, mostListed).map((operation) => ({ id: operation.dot, ...describe(operation) }))
    const files = viewRefusedFiles(await listEvidence(db, 'refused'), shown.value, {
      reasonOf,
      formWord: (form) => t(`evidence.form.${form}`),
      momentOf: (at) => d(new Date(at), 'moment'),
    })
    refused.value = [...groupByReason(await listRefused(db), reasonOf, describe), ...files]
  }

  watch([isOpen, status], ([open]) => {
    if (open) void read().catch(ignoreUnlessBug)
  })

  const conflicts = computed((): readonly UnsentItem[] => {
    if (!isOpen.value) return []
    const ofAudit = shown.value === undefined ? [] : conflictsOf(shown.value, t)
    return [...ofAudit, ...classConflicts(library.value, t)]
  })

  return { unsent, refused, conflicts }
}

function conflictsOf({ conflicts, stream }: OpenAudit, t: ComposerTranslation): readonly UnsentItem[] {
  return conflicts.value.map(({ entity, name }) => ({
    id: `${entity}/${name}`,
    title: [parseAnswerEntity(entity)?.question, t(`conflict.register.${name}`)].filter(Boolean).join(' '),
    detail: '',
    to: { name: 'conflicts', params: { stream } },
  }))
}

/** Of the whole organisation: settled where the classes are set, whichever audit is open. */
function classConflicts(library: Library, t: ComposerTranslation): readonly UnsentItem[] {
  return listsInConflict(library).map((list) => ({
    id: `library/${list}`,
    title: t(`classes.list.${list}`),
    detail: t('settings.classes.conflict'),
    to: { name: 'classes' },
  }))
}

function groupByReason(
  operations: readonly RefusedOperation[],
  reasonOf: (code: string) => string,
  describe: (operation: Operation | undefined) => Omit<UnsentItem, 'id'>,
): readonly RefusedGroup[] {
  return [...new Set(operations.map(({ code }) => code))].map((code) => ({
    id: code,
    reason: reasonOf(code),
    items: operations
      .filter((refusal) => refusal.code === code)
      .map(({ stream, n, operation }) => ({ id: `${stream}/${String(n)}`, ...describe(operation) })),
  }))
}

/** Where an entity is looked at. */
function addressOf(stream: string, entity: EntityId): RouteLocationRaw | undefined {
  const answer = parseAnswerEntity(entity)
  if (answer !== undefined) return { name: 'checklist', params: { stream, question: answer.question } }
  if (entity.startsWith('finding:'))
    return { name: 'finding', params: { stream, finding: entity.slice('finding:'.length) } }
  return undefined
}

function readable(encoded: Parameters<typeof parseOperation>[0]): readonly Operation[] {
  const parsed = parseOperation(encoded)
  return parsed.ok ? [parsed.value] : []
}

function firstLine(text: string): string {
  const [line = ''] = text.split('\n')
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}
