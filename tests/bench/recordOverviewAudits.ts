// Many audits of an organisation as its overview counts them: prepared, in fieldwork, issued, followed up and published ones, with
// findings and measures at every stage. The same seed and the same day, the same figures.
import { seededRandom } from './generateAudits.ts'
import type { AuditDraft } from '../../src/domain/audit/auditKinds.ts'
import type { AuditState } from '../../src/domain/audit/auditVocabulary.ts'
import { measureContentHash } from '../../src/domain/audit/contentHash.ts'
import { issueBody } from '../../src/domain/audit/decideIssueReport.ts'
import { decideOpenAudit } from '../../src/domain/audit/decideOpenAudit.ts'
import { decideAdvanceAudit } from '../../src/domain/audit/decideDescribeAudit.ts'
import { decideApproveFinding } from '../../src/domain/audit/decideReview.ts'
import { firstDraft } from '../../src/domain/audit/draftFor.ts'
import { auditEntity, newEvidenceId, newFindingId, newMeasureId } from '../../src/domain/audit/entityIds.ts'
import { addDays } from '../../src/domain/calendar/addDays.ts'
import type { CalendarDay } from '../../src/domain/calendar/CalendarDay.ts'
import { daysBetween } from '../../src/domain/calendar/daysBetween.ts'
import { must } from '../../src/domain/must.ts'
import type { Result } from '../../src/domain/Result.ts'
import { builtinTemplates } from '../../src/domain/template/builtinTemplates.ts'
import type { PushRequest } from '../../src/protocol/push.ts'
import { DemoDevice } from '../../src/server/demo/DemoDevice.ts'
import { sha256 } from '../../src/server/sha256.ts'

export interface OverviewAudits {
  readonly count: number
  readonly units: number
  readonly today: CalendarDay
  readonly seed: number
}

/** Days from the visit until what comes next; how far back and ahead visits lie. */
const [draftedAfter, issuedAfter, answeredAfter, publishedAfter] = [20, 75, 120, 720]
const [daysBack, daysAhead] = [1_100, 60]

export function recordOverviewAudits({ count, units, today, seed }: OverviewAudits): readonly PushRequest[] {
  const random = seededRandom(seed)
  const names = unitNames(units)
  return Array.from({ length: count }, () => {
    const since = Math.floor(random() * (daysBack + daysAhead)) - daysAhead
    return new OverviewAudit({ random, today, since, unit: pick(names, random() ** 1.7) }).pushes()
  }).flat()
}

interface Making {
  readonly random: () => number
  readonly today: CalendarDay
  /** Days from the visit to today. */
  readonly since: number
  readonly unit: string
}

/** Written by three people: who audits, who answers for the unit, and who verifies. */
class OverviewAudit {
  readonly #making: Making
  readonly #visitOn: CalendarDay
  readonly #auditor = new DemoDevice('田中')
  readonly #unit = new DemoDevice('担当　次郎', this.#auditor.stream)
  readonly #verifier = new DemoDevice('佐藤', this.#auditor.stream)

  constructor(making: Making) {
    const { since, today } = making
    this.#making = making
    this.#visitOn = addDays(today, -since)
    this.#open()
    if (since >= 0) this.#raise()
    if (since < issuedAfter || this.#auditor.audit.findings.size === 0) return
    this.#issue()
    if (since < answeredAfter) return
    for (const { id } of this.#auditor.audit.findings.values()) this.#answer(id)
  }

  /** A run ends with the issue: what comes after it is another device's. */
  pushes(): readonly PushRequest[] {
    return [this.#auditor, this.#unit, this.#verifier].flatMap((device) => device.pushes())
  }

  #at(days: number): string {
    return `${addDays(this.#visitOn, days)}T01:00:00.000Z`
  }

  #open(): void {
    const { random, unit, since } = this.#making
    const templates = builtinTemplates.map(({ id, version }) => ({ template: id, version }))
    const about = { subject: `${pick(systems, random())}に関する事務`, unit, team: ['田中', '佐藤'] }
    const wish = { ...about, reportNo: '', chapter: 2, templates, visitOn: this.#visitOn }
    this.#auditor.record(granted(decideOpenAudit(wish)), this.#at(-20))
    const { header } = this.#auditor.audit
    this.#auditor.record(decideAdvanceAudit(header, stateOf(since)), this.#at(-20))
  }

  #raise(): void {
    const { random } = this.#making
    const prose = { text: '対象を確認したところ、次の事実が認められた。速やかに改められたい。' }
    const drafts = Array.from({ length: Math.floor(random() * 6) }, (_, index): readonly AuditDraft[] => {
      const id = newFindingId(this.#auditor.newId())
      const [subject, demand] = pick(subjects, random())
      return [
        firstDraft(id, 'finding-raised', { questions: [] }),
        firstDraft(id, 'finding-placed', { position: index + 1 }),
        firstDraft(id, 'finding-titled', { subject, demand }),
        firstDraft(id, 'finding-conditions-worded', prose),
        firstDraft(id, 'finding-recommendation-worded', prose),
        firstDraft(id, 'finding-classed', { class: random() < 0.8 ? 'finding' : 'opinion' }),
        firstDraft(id, 'finding-severity-rated', { severity: pick(severities, random()) || null }),
      ]
    })
    this.#auditor.record(drafts.flat(), this.#at(1))
  }

  #issue(): void {
    const { audit, document } = this.#auditor
    const approvals = [...audit.findings.values()].map((each) => granted(decideApproveFinding(audit, each, sha256)))
    this.#auditor.record(approvals.flat(), this.#at(issuedAfter))
    this.#auditor.record([firstDraft(auditEntity, 'report-issued', issueBody(document))], this.#at(issuedAfter))
  }

  /** One to three measures, each with a day between the answer and a year later. */
  #answer(finding: ReturnType<typeof newFindingId>): void {
    const { random } = this.#making
    const at = this.#at(answeredAfter)
    const number = 1 + Math.floor(random() * 3)
    for (let position = 1; position <= number; position += 1) {
      const id = newMeasureId(this.#unit.newId())
      const text = '管理簿と現物を四半期ごとに突き合わせ、情報セキュリティ責任者が確かめる。'
      this.#unit.record(
        [
          firstDraft(id, 'measure-placed', { finding, type: 'correction', position }),
          firstDraft(id, 'measure-worded', { text }),
        ],
        at,
      )
      this.#schedule(id)
    }
  }

  #schedule(id: ReturnType<typeof newMeasureId>): void {
    const { random, today } = this.#making
    const at = this.#at(answeredAfter)
    const on = addDays(this.#visitOn, answeredAfter - 30 + Math.floor(random() * 400))
    if (random() < 0.04) return this.#unit.record([firstDraft(id, 'measure-considered', {})], at)
    if (on >= today || random() < 0.05)
      return this.#unit.record([firstDraft(id, 'measure-planned', { plannedOn: on })], at)
    this.#unit.record([firstDraft(id, 'measure-completed', { doneOn: on })], `${on}T05:00:00.000Z`)
    const verifiedOn = addDays(on, 20 + Math.floor(random() * 90))
    if (daysBetween(verifiedOn, today) > 0) this.#verify(id, `${verifiedOn}T05:00:00.000Z`)
  }

  #verify(id: ReturnType<typeof newMeasureId>, at: string): void {
    const evidence = newEvidenceId(this.#unit.newId())
    const file = { name: '管理簿.pdf', mediaType: 'application/pdf', sha256: sha256('管理簿'), size: 9, capturedAt: at }
    this.#unit.record([firstDraft(evidence, 'measure-evidence-attached', { ...file, supports: id })], at)
    const measure = must(this.#unit.audit.measures.get(id), 'the measure')
    const contentHash = measureContentHash(this.#unit.audit, measure, sha256)
    const body = { method: '管理簿の写しを確認した。', evidence: [evidence], contentHash }
    this.#verifier.record([firstDraft(id, 'measure-verified', body)], at)
  }
}

function stateOf(since: number): AuditState {
  if (since < 0) return 'preparing'
  if (since < draftedAfter) return 'fieldwork'
  if (since < issuedAfter) return 'drafting'
  if (since < answeredAfter) return 'reported'
  return since < publishedAfter ? 'following-up' : 'published'
}

function unitNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const office = must(offices[index % offices.length], 'an office')
    const division = Math.floor(index / offices.length)
    return division === 0 ? office : `${office}${String(division)}課`
  })
}

const offices = [
  '健康局',
  '市民局',
  '教育委員会事務局',
  '総務局',
  '福祉局',
  '建設局',
  '財政局',
  '環境局',
  '都市計画局',
  '水道局',
  '消防局',
  '会計室',
] as const

const systems = [
  '住民情報系端末の管理',
  '文書管理システムの運用',
  '学校ネットワークの保守業務委託',
  '公害健康被害補償システム',
  '税務システムの運用',
  '施設予約システムの再構築',
  '介護保険システムの保守',
] as const

const subjects = [
  ['不正プログラム対策ソフトウェアの更新', 'rectify'],
  ['電磁的記録媒体の管理', 'rectify'],
  ['委託先の業務計画書の確認', 'improve'],
  ['アクセス権限の棚卸し', 'rectify'],
  ['サーバ室の入退室の記録', 'improve'],
  ['手順書及び管理表の整備', 'improve'],
] as const

const severities = ['high', 'medium', 'medium', 'medium', 'low', 'low', ''] as const

/** `share` from 0 up to 1. */
function pick<Value>(values: readonly Value[], share: number): Value {
  return must(values[Math.floor(share * values.length)], 'one of them')
}

function granted<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}
