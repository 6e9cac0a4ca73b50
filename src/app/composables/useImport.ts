// Reads a chosen file, shows what it holds, imports it when the person says so. Doing it twice changes nothing.
//
//   choosing ──file──▶ shown ──import──▶ running ──▶ done        another file: from anywhere
//       └─────file────▶ refused                └──not saved──▶ shown, with the reason
import { shallowRef, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAppServices } from './appServices.ts'
import { readAuditNames } from './readAuditNames.ts'
import { useServerAccess } from './useServerAccess.ts'
import { asTakenDraft, draftId, entriesOf, viewAudits, viewDraft } from './viewUnsentFile.ts'
import type { ImportView } from '../components/import/ImportView.ts'
import { verifyText } from '../../device/deviceKey.ts'
import { hashBlob } from '../../device/hashBlob.ts'
import { must } from '../../domain/must.ts'
import { LocalDatabaseError } from '../../localdb/LocalDatabaseError.ts'
import { readDrafts } from '../../localdb/readDrafts.ts'
import { takeOverDraft } from '../../localdb/takeOverDraft.ts'
import { importEvidence } from '../../sync/importEvidence.ts'
import { importUnsent } from '../../sync/importUnsent.ts'
import { openUnsentFile, type OpenedUnsent } from '../../sync/openUnsentFile.ts'
import { readMarks } from '../../sync/readMarks.ts'
import { readUnsentFile, type UnsentContent } from '../../sync/readUnsentFile.ts'

export type ImportStep =
  | { readonly state: 'choosing' }
  /** `problem`: what is the matter with the file, as a sentence. */
  | { readonly state: 'refused'; readonly problem: string }
  | { readonly state: 'shown'; readonly view: ImportView; readonly problem?: string }
  | { readonly state: 'running'; readonly view: ImportView }
  | {
      readonly state: 'done'
      readonly view: ImportView
      readonly imported: number
      /** Evidence files that this tablet did not have. */
      readonly files: number
      /** Evidence files that are not what they are called, and were left out. */
      readonly unusableFiles: number
    }

export interface ImportAccess {
  readonly step: Readonly<ShallowRef<ImportStep>>
  readonly choose: (file: File) => Promise<void>
  readonly run: () => Promise<void>
  readonly takeDraft: (id: string) => Promise<void>
}

export function useImport(): ImportAccess {
  const { t } = useI18n()
  const { db, device, syncNow } = useAppServices()
  const viewOf = useFileView()
  const step = shallowRef<ImportStep>({ state: 'choosing' })
  let chosen: ChosenFile | undefined

  async function choose(file: File): Promise<void> {
    const { text, evidence, isCut } = await openUnsentFile(file)
    const read = await readUnsentFile({ sha256: db.sha256, verify: verifyText }, text)
    chosen = read.ok ? { ...read.value, evidence, unusable: read.value.unusable + (isCut ? 1 : 0) } : undefined
    step.value = read.ok
      ? { state: 'shown', view: await viewOf(must(chosen, 'a file that was read'), file.name) }
      : { state: 'refused', problem: t(`import.problem.${read.error}`) }
  }

  async function run(): Promise<void> {
    if (step.value.state !== 'shown' || chosen === undefined) return
    const { view } = step.value
    step.value = { state: 'running', view }
    try {
      const { imported } = await importUnsent(db, device, chosen)
      const clock = { now: () => Date.now() }
      const { imported: files, unusable } = await importEvidence({ db, hash: hashBlob, clock }, chosen)
      step.value = { state: 'done', view, imported, files, unusableFiles: unusable }
      syncNow()
    } catch (error) {
      if (!(error instanceof LocalDatabaseError)) throw error
      step.value = { state: 'shown', view, problem: t(`errors.${error.code}`) }
    }
  }

  async function takeDraft(id: string): Promise<void> {
    const now = step.value
    const draft = chosen?.drafts.find((each) => draftId(each) === id)
    const taken = draft && asTakenDraft(draft)
    if (taken === undefined || !('view' in now)) return
    const went = await takeOverDraft(db, taken)
    const state = went.ok ? went.value : went.error
    const drafts = now.view.drafts.map((each) => (each.id === id ? { ...each, state } : each))
    step.value = { ...now, view: { ...now.view, drafts } }
  }

  return { step, choose, run, takeDraft }
}

type ChosenFile = UnsentContent & Pick<OpenedUnsent, 'evidence'>

function useFileView(): (file: ChosenFile, fileName: string) => Promise<ImportView> {
  const i18n = useI18n()
  const { t } = i18n
  const { db } = useAppServices()
  const server = useServerAccess()
  const labelOf = (register: string) =>
    i18n.te(`conflict.register.${register}`) ? t(`conflict.register.${register}`) : register
  return async (file, fileName) => {
    const streams = new Set([...file.runs, ...file.drafts].map(({ stream }) => String(stream)))
    const devices = [...new Set(file.runs.map(({ device }) => device))]
    const [names, occupied, marks] = await Promise.all([
      readAuditNames(db, streams),
      readDrafts(db),
      Promise.all(devices.map(async (device) => [device, await readMarks(server, device)] as const)),
    ])
    const words = { names, unknownAudit: t('import.unknownAudit'), labelOf }
    const taken = new Set(occupied.map(({ key }) => draftId(key)))
    const { person, exportedAt, damaged, unusable } = file
    return {
      fileName,
      person,
      exportedAt,
      damaged,
      unusable,
      entries: entriesOf(file),
      evidence: file.evidence.length,
      audits: viewAudits(file, new Map(marks), (stream) => names.auditOf(stream) ?? words.unknownAudit),
      drafts: file.drafts.map((draft) => viewDraft(draft, taken, words)),
    }
  }
}
