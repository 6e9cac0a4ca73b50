// The keys of the checklist at the desk: they answer the open question, go from one to the next, and reach what stands in the open row.
import type { Ref } from 'vue'
import type { AnswerChoice } from '../../components/checklist/answerChoices.ts'
import type { RowView } from '../../components/checklist/RowView.ts'
import { useKeys } from '../../composables/useKeys.ts'

interface ChecklistKeys {
  /** The box around the rows. */
  readonly work: Readonly<Ref<HTMLElement | null>>
  readonly rows: () => readonly RowView[]
  /** The question that the address names. */
  readonly asked: () => string
  readonly isSealed: () => boolean
  readonly judge: (id: string, judgement: AnswerChoice) => void
  /** Opens a question and takes the focus there. */
  readonly show: (id: string) => void
  /** One question further in the whole checklist, where the rows shown here end. */
  readonly leave: (step: 1 | -1) => void
  readonly showNextUnanswered: () => void
}

export function useChecklistKeys(keys: ChecklistKeys): void {
  const { work, rows, asked, judge, show } = keys

  function answer(judgement: AnswerChoice): void {
    const row = rows().find(({ id }) => id === asked())
    // Item by item, in conflict or signed: there is no one answer to give.
    if (row === undefined || row.tally !== null || row.state === 'conflict' || keys.isSealed()) return
    judge(row.id, judgement)
  }

  function move(step: 1 | -1): void {
    const at = rows().findIndex(({ id }) => id === asked())
    const next = rows()[at + step]
    if (next === undefined) keys.leave(step)
    else show(next.id)
  }

  /** What carries the name of the deed inside of the open row. */
  const inRow = (deed: string) =>
    work.value?.querySelector<HTMLElement>(`[data-question="${CSS.escape(asked())}"] [data-deed=${deed}]`) ?? undefined

  useKeys({
    conforming: () => answer('conforming'),
    nonconforming: () => answer('nonconforming'),
    partial: () => answer('partial'),
    'not-applicable': () => answer('not-applicable'),
    next: () => move(1),
    previous: () => move(-1),
    nextUnanswered: () => keys.showNextUnanswered(),
    note: () => inRow('note')?.querySelector('textarea')?.focus(),
    attach: () => inRow('attach')?.click(),
    finding: () => inRow('finding')?.click(),
  })
}
