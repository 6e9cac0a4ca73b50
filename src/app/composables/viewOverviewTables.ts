// The overview's numbers as tables in words, the same for the screen and for files.
import type { OverviewLink } from './overviewLinks.ts'
import type { OverviewWords } from './useOverviewWords.ts'
import type { OverviewColumn, OverviewRow, OverviewTable } from '../components/overview/OverviewTable.ts'
import type { AgeBand } from '../../domain/overview/ageBand.ts'
import type { Overview } from '../../domain/overview/buildOverview.ts'
import type { MeasureFlow } from '../../domain/overview/measureFlow.ts'
import type { OverviewFilter } from '../../domain/overview/OverviewFilter.ts'
import { progressSteps } from '../../domain/overview/progressStep.ts'
import { addTallies, type Tally } from '../../domain/overview/tallyFindings.ts'
import { formatWareki } from '../../domain/calendar/formatWareki.ts'

export interface OverviewTables {
  readonly unit: OverviewTable
  readonly class: OverviewTable
  readonly severity: OverviewTable
  readonly age: OverviewTable
  readonly state: OverviewTable
  readonly flow: OverviewTable
}

interface TallyTable {
  readonly title: string
  readonly head: string
  readonly tallies: readonly Tally[]
  readonly steps?: readonly (typeof progressSteps)[number][]
  readonly nameOf: (key: string) => string
  readonly changeOf: (key: string) => Partial<OverviewFilter>
}

/** Of units only so many are shown; the others are one row. */
export function viewOverviewTables(
  overview: Overview,
  { words, link, mostUnits }: { words: OverviewWords; link: OverviewLink; mostUnits: number },
): OverviewTables {
  const { t, classWord, ratingWord, unitWord } = words
  const tallyTable = (about: TallyTable) => viewTallies(about, words, link)
  const shownUnits = overview.byUnit.slice(0, mostUnits)
  const otherUnits = overview.byUnit.slice(mostUnits)
  const unit = tallyTable({
    title: t('overview.unit.title'),
    head: t('overview.column.unit'),
    tallies: shownUnits,
    nameOf: unitWord,
    changeOf: (key) => ({ unit: key }),
  })
  const rest = otherUnits.length === 0 ? [] : [addTallies(t('overview.rest', { count: otherUnits.length }), otherUnits)]
  const sums = [...rest, { ...overview.all, key: t('overview.sum') }]
  return {
    unit: { ...unit, rows: [...unit.rows, ...sums.map((sum) => sumRow(sum, progressSteps))] },
    class: tallyTable({
      title: t('overview.class.title'),
      head: t('overview.column.class'),
      tallies: overview.byClass,
      nameOf: classWord,
      changeOf: (key) => ({ class: key }),
    }),
    severity: tallyTable({
      title: t('overview.severity.title'),
      head: t('overview.column.severity'),
      tallies: overview.bySeverity,
      nameOf: ratingWord,
      changeOf: (key) => ({ severity: key }),
    }),
    age: tallyTable({
      title: t('overview.ages.title'),
      head: t('overview.column.age'),
      tallies: overview.byAge,
      steps: progressSteps.filter((step) => step !== 'settled'),
      nameOf: (key) => t(`overview.age.${key}`),
      changeOf: (key) => ({ age: key as AgeBand }),
    }),
    state: viewStates(overview, words, link),
    flow: viewFlow(overview.flow, words),
  }
}

function viewTallies(
  { title, head, tallies, steps = progressSteps, nameOf, changeOf }: TallyTable,
  { t }: OverviewWords,
  link: OverviewLink,
): OverviewTable {
  return {
    title,
    head,
    columns: [
      ...steps.map((step): OverviewColumn => ({ key: step, word: t(`overview.step.${step}`), texture: step })),
      { key: 'total', word: t('overview.column.total'), role: 'sum' },
      { key: 'overdue', word: t('overview.column.overdue'), role: 'overdue' },
    ],
    rows: tallies.map((tally) => ({
      key: tally.key,
      name: nameOf(tally.key),
      counts: countsOf(tally, steps),
      ...(tally.total > 0 && { to: link('findings', changeOf(tally.key)) }),
    })),
  }
}

function sumRow(tally: Tally, steps: TallyTable['steps']): OverviewRow {
  return { key: tally.key, name: tally.key, counts: countsOf(tally, steps), isSum: true }
}

function countsOf({ steps, total, overdue }: Tally, shown: TallyTable['steps'] = progressSteps): readonly number[] {
  return [...shown.map((step) => steps[step]), total, overdue]
}

function viewStates({ byState }: Overview, { t }: OverviewWords, link: OverviewLink): OverviewTable {
  return {
    title: t('overview.state.title'),
    head: t('overview.column.state'),
    columns: [
      { key: 'audits', word: t('overview.column.audits'), texture: 'with-unit', role: 'sum' },
      { key: 'findings', word: t('overview.column.findings') },
    ],
    rows: byState.map(({ state, audits, findings }) => ({
      key: state,
      name: t(`home.state.${state}`),
      counts: [audits, findings],
      ...(audits > 0 && { to: link('audits', { state }) }),
    })),
  }
}

function viewFlow({ periods }: MeasureFlow, words: OverviewWords): OverviewTable {
  const { t, language, yearWord, tickOf, measureClassWord } = words
  const columns = ['planned', 'done', 'verified', 'left'] as const
  return {
    title: t('overview.flow.title'),
    head: t('overview.column.period'),
    columns: columns.map((key) => ({
      key,
      word: key === 'done' ? measureClassWord('completed') : t(`overview.column.${key}`),
    })),
    rows: periods.map((period) => ({
      key: period.first,
      name:
        period.first === period.last
          ? formatWareki(period.first, language.value, 'ui')
          : `${yearWord(period.fiscalYear)} ${tickOf(period)}`,
      counts: [period.planned, period.done, period.verified, period.planned - period.done],
      isNow: period.position === 'current',
    })),
  }
}
