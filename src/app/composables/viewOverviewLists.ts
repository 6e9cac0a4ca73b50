// The findings and audits that an overview counts, a line each, and the figures that it begins with.
import type { RouteLocationRaw } from 'vue-router'
import type { OverviewLink } from './overviewLinks.ts'
import type { OverviewWords } from './useOverviewWords.ts'
import type { CalendarDay } from '../../domain/calendar/CalendarDay.ts'
import { daysBetween } from '../../domain/calendar/daysBetween.ts'
import { formatWareki } from '../../domain/calendar/formatWareki.ts'
import type { Overview } from '../../domain/overview/buildOverview.ts'
import type { CountedAudit, CountedFinding } from '../../domain/overview/selectAudits.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'

const withThousands = (count: number) => count.toLocaleString('en')

export function viewFindings(findings: readonly CountedFinding[], words: OverviewWords, today: CalendarDay) {
  const { t, language, unitWord } = words
  return findings.map((each) => {
    const { stream, summary } = each.audit
    const days = each.raisedOn === null ? undefined : Math.max(0, daysBetween(each.raisedOn, today))
    return {
      key: `${stream} ${each.finding}`,
      number: findingNumber(summary.chapter, each.item, language.value),
      subject: each.subject || t('overview.findings.untitled'),
      detail: [unitWord(summary.unit), summary.subject].filter((part) => part !== '').join(t('overview.separator')),
      step: each.step,
      days: days === undefined ? '' : t('overview.findings.days', { count: withThousands(days) }, days),
      dueOn: each.dueOn === null ? '' : formatWareki(each.dueOn, language.value, 'ui'),
      isOverdue: each.isOverdue,
      to: { name: 'finding', params: { stream, finding: each.finding.slice('finding:'.length) } },
    }
  })
}

export function viewAudits(audits: readonly CountedAudit[], { t, language, unitWord, yearWord }: OverviewWords) {
  return audits.map(({ stream, summary, findings }) => ({
    key: stream,
    subject: summary.subject || t('overview.audits.untitled'),
    detail: [unitWord(summary.unit), summary.fiscalYear === null ? '' : yearWord(summary.fiscalYear)]
      .filter((part) => part !== '')
      .join(t('overview.separator')),
    state: t(`home.state.${summary.state}`),
    visitOn: summary.visitOn === null ? '' : formatWareki(summary.visitOn, language.value, 'ui'),
    findings: findings.length,
    to: { name: 'checklist', params: { stream } },
  }))
}

export interface Figure {
  readonly key: string
  readonly word: string
  readonly count: string
  readonly detail: string
  readonly to: RouteLocationRaw
  readonly isAlarming?: boolean
}

export function viewFigures(
  { all, audits, measures, byState }: Overview,
  { t }: OverviewWords,
  link: OverviewLink,
): readonly Figure[] {
  const dated = measures.done + measures.planned
  const running = byState.filter(({ state }) => state !== 'published').reduce((sum, each) => sum + each.audits, 0)
  const figure = (key: string, count: number) => ({
    key,
    word: t(`overview.figures.${key}`),
    count: withThousands(count),
  })
  return [
    {
      ...figure('open', all.open),
      detail: t('overview.figures.openDetail', { total: withThousands(all.total) }),
      to: link('findings'),
    },
    {
      ...figure('overdue', all.overdue),
      detail: t('overview.figures.overdueDetail', { count: withThousands(measures.overdue) }),
      to: link('findings', { isOverdue: true }),
      isAlarming: all.overdue > 0,
    },
    {
      ...figure('toVerify', all.steps['to-verify']),
      detail: t('overview.figures.toVerifyDetail'),
      to: link('findings', { step: 'to-verify' }),
    },
    {
      ...figure('done', 0),
      // Never rounded up to a whole that it is not.
      count:
        dated === 0 ? '–' : t('overview.figures.doneCount', { percent: Math.floor((100 * measures.done) / dated) }),
      detail:
        dated === 0
          ? t('overview.figures.doneNone')
          : t('overview.figures.doneDetail', { total: withThousands(dated), done: withThousands(measures.done) }),
      to: link('findings'),
    },
    {
      ...figure('audits', audits.length),
      detail: t('overview.figures.auditsDetail', { count: withThousands(running) }),
      to: link('audits'),
    },
  ]
}
