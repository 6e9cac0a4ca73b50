// The work plan against the specification, and what reading it writes: the answers to both questions at once.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  matrixView,
  tapped,
  type CellState,
  type MatrixColumn,
  type MatrixRow,
  type RowReading,
} from '../../components/checks/matrixRows.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { decideCoverItem, decideReadPlan } from '../../../domain/audit/decideReadPlan.ts'
import { hasFailing } from '../../../domain/audit/draftFinding.ts'
import type { ItemId } from '../../../domain/audit/entityIds.ts'
import { questionPlaces } from '../../../domain/audit/progressOf.ts'
import { planElements } from '../../../domain/template/Template.ts'

const readingWord = { all: 'allPresent', none: 'nonePresent', unread: 'unread' } as const satisfies Record<
  RowReading,
  string
>

export function useMatrix(open: OpenAudit) {
  const { t } = useI18n()
  const { audit } = open
  const view = computed(() => matrixView(audit.value))
  const asked = computed(() =>
    (['specified', 'plan-elements'] as const).flatMap(
      (role) => questionPlaces(open.templates.value).find(({ question }) => question.role === role) ?? [],
    ),
  )
  const rowOf = (item: ItemId) => view.value.rows.find(({ id }) => id === item)

  return {
    view,
    /** The question that a finding is drafted from: whether items are covered; where all are, how concretely. */
    place: computed(
      () => asked.value.find(({ template, question }) => hasFailing(audit.value, template, question)) ?? asked.value[0],
    ),
    /** The question whose answers say which elements are there. */
    elements: computed(() => asked.value.find(({ question }) => question.role === 'plan-elements')),
    /** Says of the cell what it does not say yet, as it is when its turn comes: two quick taps are two steps. */
    tap: ({ id, title }: MatrixRow, column: MatrixColumn) => {
      let state: CellState = 'open'
      return open.record(
        () => {
          state = tapped(column, rowOf(id)?.cells[column] ?? 'open')
          if (column === 'covered')
            return decideCoverItem(audit.value, id, state === 'open' ? undefined : state === 'yes')
          const there = planElements.filter((element) => rowOf(id)?.cells[element] === 'yes' && element !== column)
          return decideReadPlan(audit.value, id, state === 'yes' ? [...there, column] : there)
        },
        () =>
          t('checks.undoWords.cell', {
            item: title,
            column: column === 'covered' ? t('checks.matrix.covered') : t(`checks.matrix.element.${column}`),
            word: t(`checks.matrix.cell.${state}`),
          }),
      )
    },
    read: (item: ItemId, reading: RowReading) =>
      open.record(
        () => {
          if (reading === 'unread') return decideReadPlan(audit.value, item, undefined)
          return decideReadPlan(audit.value, item, reading === 'all' ? planElements : [])
        },
        t('checks.undoWords.row', {
          item: rowOf(item)?.title ?? '',
          word: t(`checks.matrix.${readingWord[reading]}`),
        }),
      ),
  }
}
