// The chosen report of the open audit, always as the audit reads now: its document for files, and what puts it on the screen.
// Loaded with its page only.
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { useAppServices } from './appServices.ts'
import { buildPaperRecords } from './buildPaperRecords.ts'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import type { OpenAudit } from './OpenAudit.ts'
import { useContentWords } from './useContentWords.ts'
import { useLibrary } from './useLibrary.ts'
import { usePlaceWords } from './usePlaceWords.ts'
import { picturesIn, useReportPictures } from './useReportPictures.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import type { ReportKind } from '../components/report/reportKinds.ts'
import { readWholeHistory, type WholeHistory } from '../../localdb/readWholeHistory.ts'
import { exitSummaryDocument } from '../../reports/exit-summary/exitSummaryDocument.ts'
import { findingListDocument } from '../../reports/finding-list/findingListDocument.ts'
import { buildFollowUpReport } from '../../reports/follow-up/buildFollowUpReport.ts'
import { followUpDocument } from '../../reports/follow-up/followUpDocument.ts'
import type { FollowUpReport } from '../../reports/follow-up/FollowUpReport.ts'
import { layOutFollowUpReport } from '../../reports/follow-up/layOutFollowUpReport.ts'
import { layOutDocument } from '../../reports/page/layOutDocument.ts'
import { mountReport } from '../../reports/page/mountReport.ts'
import type { ReportNode } from '../../reports/page/ReportNode.ts'
import type { ReportDocument } from '../../reports/ReportDocument.ts'
import type { ReportSource } from '../../reports/ReportSource.ts'
import { workingPaperDocument } from '../../reports/working-paper/workingPaperDocument.ts'
import '../../reports/page/sheet.css'
import '../../reports/page/document.css'
import '../../reports/follow-up/followUp.css'

/** Undefined while what it is made of is being read. */
type Later<Value> = ComputedRef<Value | undefined>

export function useReport(open: OpenAudit, kind: () => ReportKind) {
  const { db } = useAppServices()
  const language = useLanguage()
  const library = useLibrary()
  const source = computed((): ReportSource => ({
    audit: open.audit.value,
    language: language.value,
    hash: db.sha256,
    library: library.value,
  }))
  const paper = useWorkingPaper(open, () => kind() === 'working-paper', source)
  const book = useReportPictures()
  const followUp = computed(() => buildFollowUpReport(open.audit.value, language.value, library.value))

  const document: Later<ReportDocument> = computed(() => documentOf(kind(), { source: source.value, followUp, paper }))
  watch(document, (made) => made && void book.read(made), { immediate: true })
  const tree: Later<ReportNode> = computed(() => {
    if (kind() === 'follow-up') return layOutFollowUpReport(followUp.value)
    return document.value && layOutDocument(document.value, book.addresses.value)
  })
  return {
    followUp,
    document,
    pictures: book.pictures,
    /** Pictures that the document names and this tablet does not have. */
    missingPictures: computed(() =>
      document.value === undefined
        ? 0
        : picturesIn(document.value).filter((sha256) => !book.pictures.value.has(sha256)).length,
    ),
    mount: computed(() => {
      const [made, laidOut] = [document.value, tree.value]
      return made && laidOut && ((host: HTMLElement) => mountReport(host, { ...made, tree: laidOut }))
    }),
  }
}

interface Parts {
  readonly source: ReportSource
  readonly followUp: ComputedRef<FollowUpReport>
  readonly paper: Later<ReportDocument>
}

function documentOf(kind: ReportKind, { source, followUp, paper }: Parts): ReportDocument | undefined {
  switch (kind) {
    case 'follow-up':
      return followUpDocument(followUp.value)
    case 'findings':
      return findingListDocument(source)
    case 'exit':
      return exitSummaryDocument(source)
    case 'working-paper':
      return paper.value
  }
}

/** Its history is read from the log once it is wanted, and again after each change. */
function useWorkingPaper(
  open: OpenAudit,
  isWanted: () => boolean,
  source: ComputedRef<ReportSource>,
): Later<ReportDocument> {
  const { db } = useAppServices()
  const contentWords = useContentWords()
  const describe = usePlaceWords(open)
  const log = shallowRef<WholeHistory>()

  watch(
    [isWanted, open.audit, open.save],
    async (_now, _before, onCleanup) => {
      const newer = new AbortController()
      onCleanup(() => newer.abort())
      if (!isWanted()) return
      try {
        const read = await readWholeHistory(db, open.stream)
        if (!newer.signal.aborted) log.value = read
      } catch (error) {
        ignoreUnlessBug(error)
      }
    },
    { immediate: true },
  )

  return computed(() => {
    if (!isWanted() || log.value === undefined) return undefined
    const words = {
      ...contentWords.value,
      placeOf: (entity: Parameters<typeof describe>[0]) => describe(entity).place,
    }
    const records = buildPaperRecords(open, log.value, words)
    return workingPaperDocument({ ...source.value, minutesEastOf }, records)
  })
}

/** Of this tablet's clock, summer time included. */
function minutesEastOf(instant: string): number {
  return -new Date(instant).getTimezoneOffset()
}
