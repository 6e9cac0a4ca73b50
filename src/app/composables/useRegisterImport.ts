// Takes a register into a list of the open audit: choose, look, import, and one undo for all of it. Importing the same file again adds nothing.
//
//   choosing ──file──▶ reading ──▶ shown ──import──▶ running ──▶ done ──▶ choosing
//      ▲                  └─refused─┘  ▲──read anew─────┘ not one row saved: back to shown
import { computed, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OpenAudit } from './OpenAudit.ts'
import { useIds } from './useIds.ts'
import { useRegisterFile } from './useRegisterFile.ts'
import { useRegisterWords } from './useRegisterWords.ts'
import { viewRegister } from './viewRegister.ts'
import type { RegisterStep, RegisterView } from '../components/register-import/RegisterView.ts'
import { hasSources } from '../components/roster/rosterFields.ts'
import type { ItemSource } from '../../domain/audit/auditVocabulary.ts'
import { decideImportItems, type ItemImport } from '../../domain/audit/decideImportItems.ts'
import { newItemId, type ItemId } from '../../domain/audit/entityIds.ts'
import type { RosterKind } from '../../domain/template/Template.ts'
import type { HeaderSpan } from '../../interchange/roster/headerSpan.ts'
import { textEncodings } from '../../interchange/Table.ts'

export function useRegisterImport(open: OpenAudit, roster: () => RosterKind) {
  const file = useRegisterFile(roster)
  const words = useRegisterWords(roster)
  const step = shallowRef<RegisterStep>({ state: 'choosing' })
  const { source, plan, view, decide } = useRegisterPlan({ open, roster, file, step })

  async function show(name: string, read: () => ReturnType<RegisterFile['choose']>): Promise<void> {
    step.value = { state: 'reading', fileName: name }
    const problem = await read()
    if (problem === undefined) step.value = { state: 'shown' }
    else {
      file.forget()
      step.value = { state: 'choosing', problem: words.refusal(problem) }
    }
  }

  function readAs(value: string): Promise<void> {
    const encoding = textEncodings.find((known) => known === value)
    return show(file.reading.value?.name ?? '', () =>
      file.readAgain(encoding === undefined ? { sheet: Number(value) } : { encoding }),
    )
  }

  function startOver(): void {
    file.forget()
    step.value = { state: 'choosing' }
  }
  watch(roster, startOver)

  return {
    step,
    view,
    source,
    hasSources: computed(() => hasSources(roster())),
    choose: (chosen: File) => show(chosen.name, () => file.choose(chosen)),
    readAs,
    setHeader: (header: HeaderSpan | null) => file.setHeader(header ?? undefined),
    setRole: file.setRole,
    /** After an undo: the file is still there to be imported. */
    lookAgain: () => (step.value = { state: 'shown' }),
    ...useRegisterRun({ open, step, file, plan, decide }),
  }
}

type RegisterFile = ReturnType<typeof useRegisterFile>
type Step = ShallowRef<RegisterStep>

interface Planning {
  readonly open: OpenAudit
  readonly roster: () => RosterKind
  readonly file: RegisterFile
  readonly step: Step
}

/** What importing would do, and how the screen shows it. */
function useRegisterPlan({ open, roster, file, step }: Planning) {
  const { newId } = useIds()
  const words = useRegisterWords(roster)
  const source = ref<ItemSource>('register')

  function decideWith(newItem: () => ItemId): ItemImport {
    const target = { roster: roster(), source: source.value }
    return decideImportItems(open.audit.value, target, file.rows.value?.rows ?? [], newItem)
  }
  const decide = () => decideWith(() => newItemId(newId()))
  /** Counting needs no fresh ids: thousands of them take longer than all the rest. */
  const counted = newItemId('counted')
  // Not while it runs: each saved part would have the whole file decided anew.
  const plan = computed<ItemImport>((before) =>
    step.value.state === 'running' && before !== undefined ? before : decideWith(() => counted),
  )
  const view = computed<RegisterView | undefined>(() => {
    const { reading, rows, mapping, labels } = file
    if (reading.value === undefined || rows.value === undefined) return undefined
    const read = { ...reading.value, ...mapping.value, ...rows.value, labels: labels.value }
    return viewRegister(read, { plan: plan.value, source: source.value }, words)
  })
  return { source, plan, view, decide }
}

interface Running extends Omit<Planning, 'roster'> {
  readonly plan: Readonly<Ref<ItemImport>>
  readonly decide: () => ItemImport
}

function useRegisterRun({ open, step, file, plan, decide }: Running) {
  const { t, n } = useI18n()
  let isCancelled = false

  async function run(): Promise<void> {
    const total = plan.value.drafts.length
    const fileName = file.reading.value?.name ?? ''
    let saved = 0
    isCancelled = false
    step.value = { state: 'running', done: 0, total }
    file.remember()
    const isSaved = await open.record(
      () => decide().drafts,
      () => t('registerImport.undoWords', { file: fileName, count: n(total) }, total),
      {
        saved(count) {
          saved = Math.min(count, total)
          step.value = { state: 'running', done: saved, total }
        },
        isCancelled: () => isCancelled,
      },
    )
    const problem = isSaved ? {} : { problem: saveProblem() }
    step.value = { state: 'done', saved, missing: total - saved, ...problem }
  }

  function saveProblem(): string {
    const { value } = open.save
    return value.state === 'failed' ? t(`errors.${value.code}`) : t('common.notSaved')
  }

  return { run, cancel: () => (isCancelled = true) }
}
