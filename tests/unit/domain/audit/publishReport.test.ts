import { describe, expect, test } from 'vitest'
import { decideDescribeAudit } from '../../../../src/domain/audit/decideDescribeAudit.ts'
import {
  decideTitleFinding,
  decideWithdrawFinding,
  decideWordFinding,
} from '../../../../src/domain/audit/decideFinding.ts'
import { decidePublishReport } from '../../../../src/domain/audit/decidePublishReport.ts'
import { decideReturnMeasures, decideSubmitMeasures } from '../../../../src/domain/audit/decideSubmit.ts'
import { newPublicationId, type FindingId } from '../../../../src/domain/audit/entityIds.ts'
import { findingStageOf } from '../../../../src/domain/audit/findingStage.ts'
import { isOrderSensitive } from '../../../../src/domain/audit/isOrderSensitive.ts'
import { decideScheduleMeasure, decideWordMeasure } from '../../../../src/domain/audit/measure.ts'
import {
  isPublished,
  publicationOf,
  publicationsOf,
  publicationStateOf,
  reportContentHash,
  withdrawnSince,
  type PrintedNames,
} from '../../../../src/domain/audit/publication.ts'
import { listPublishObstacles } from '../../../../src/domain/audit/publishObstacles.ts'
import { auditStateOf } from '../../../../src/domain/audit/summariseAudit.ts'
import { changedClass } from '../../../../src/domain/library/decideClasses.ts'
import { readLibrary } from '../../../../src/domain/library/readLibrary.ts'
import { printedNames } from '../../../../src/reports/follow-up/printedNames.ts'
import { coversHeads } from '../../../../src/domain/oplog/SignOff.ts'
import { must } from '../../../../src/domain/must.ts'
import {
  aFinding,
  aMeasure,
  anIssuedFinding,
  approve,
  doneOn,
  findingOf,
  hash,
  measureOf,
  plannedOn,
} from '../../../support/aFinding.ts'
import { anAudit, valueOf } from '../../../support/anAudit.ts'
import { day } from '../../../support/day.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

const today = day('2024-04-22')
const obstacles = (by: TestDevice) => listPublishObstacles(by.document, hash)
const codes = (by: TestDevice) => obstacles(by).map(({ code }) => code)
const state = (by: TestDevice) => publicationStateOf(by.audit, hash)
const publish = (by: TestDevice, name: string) =>
  by.write(valueOf(decidePublishReport(by.document, newPublicationId(name), hash)))
const submit = (by: TestDevice, finding: FindingId) =>
  by.write(valueOf(decideSubmitMeasures(by.audit, findingOf(by, finding), { today, hash })))

function noticed(by: TestDevice): void {
  by.write(valueOf(decideDescribeAudit(by.audit.header, { noticeOn: today })))
}

/** Issued, answered, handed in and noticed: ready to be published. */
function ready(schedule = doneOn('2024-03-07')) {
  const tanaka = anAudit()
  const finding = anIssuedFinding(tanaka)
  const measure = aMeasure(tanaka, finding, schedule)
  submit(tanaka, finding)
  noticed(tanaka)
  return { tanaka, finding, measure }
}

describe('what stands in the way of publishing', () => {
  test('[A27] an audit that is not issued', () => {
    expect(codes(anAudit())).toEqual(['not-issued'])
  })

  test('[A27] is told with its place: the notice, findings that came later, measures that are missing or not handed in', () => {
    const tanaka = anAudit()
    const finding = anIssuedFinding(tanaka)
    const later = aFinding(tanaka, 'g')
    const measure = aMeasure(tanaka, finding, { kind: 'measure-completed', body: { doneOn: null } })
    tanaka.write(decideWordMeasure(measureOf(tanaka, measure), ' '))
    const [first, second] = [
      { entity: finding, finding },
      { entity: later, finding: later },
    ]
    expect(obstacles(tanaka)).toEqual([
      { code: 'notice-missing', entity: 'audit' },
      { code: 'measure-text-missing', entity: measure, finding },
      { code: 'measure-date-missing', entity: measure, finding },
      { code: 'not-submitted', ...first },
      { code: 'not-reviewed', ...second },
      { code: 'number-provisional', ...second },
      { code: 'measures-missing', ...second },
    ])
    expect(decidePublishReport(tanaka.document, newPublicationId('p'), hash)).toEqual({
      ok: false,
      error: obstacles(tanaka),
    })
  })

  test('[A27] a hand-in that was returned, or measures and words that changed after it', () => {
    const { tanaka, finding, measure } = ready()
    expect(codes(tanaka)).toEqual([])
    tanaka.write(decideWordMeasure(measureOf(tanaka, measure), '全台を更新した。'))
    expect(codes(tanaka)).toEqual(['changed-since-submission'])
    submit(tanaka, finding)
    tanaka.write(valueOf(decideReturnMeasures(findingOf(tanaka, finding), '時期が分からない')))
    tanaka.write(decideWordFinding(findingOf(tanaka, finding), 'conditions', '３台だった。'))
    expect(codes(tanaka)).toEqual(['changed-since-approval', 'submission-returned'])
  })

  test('[A27] a conflict, and a date against the notice', () => {
    const { tanaka, measure, finding } = ready()
    const sato = new TestDevice('sato')
    sato.seeAllOf(tanaka)
    tanaka.write(decideTitleFinding(findingOf(tanaka, finding), { subject: '一', demand: 'rectify' }))
    sato.write(decideTitleFinding(findingOf(sato, finding), { subject: '二', demand: 'rectify' }))
    tanaka.seeAllOf(sato)
    tanaka.write(decideScheduleMeasure(measureOf(tanaka, measure), doneOn('2024-04-23')))
    expect(codes(tanaka)).toEqual([
      ...['conflict', 'changed-since-approval', 'done-after-notice', 'changed-since-submission'],
    ])
  })

  test('[A27] a measure that is planned for a day does not, and neither does one that nobody has verified', () => {
    expect(codes(ready(plannedOn('2024-09-30')).tanaka)).toEqual([])
    expect(codes(ready().tanaka)).toEqual([])
  })
})

describe('a publication', () => {
  test('[A28] is bound to what the report printed: any edit of it shows, and texts that read again as they did are as published', () => {
    const { tanaka, finding, measure } = ready()
    expect(state(tanaka)).toBe('unpublished')
    publish(tanaka, 'p1')
    expect([state(tanaka), codes(tanaka)]).toEqual(['published', ['nothing-new']])
    const text = measureOf(tanaka, measure).text.values[0]?.content.body.text ?? ''
    for (const [edit, expected] of [
      [() => decideWordMeasure(measureOf(tanaka, measure), '別の措置'), 'changed-since'],
      [() => decideWordMeasure(measureOf(tanaka, measure), text), 'published'],
      [() => valueOf(decideDescribeAudit(tanaka.audit.header, { reportNo: '第８号' })), 'changed-since'],
      [() => valueOf(decideDescribeAudit(tanaka.audit.header, { reportNo: '報告監６の第７号' })), 'published'],
      // What stays in the working paper is none of the report.
      [() => decideWordFinding(findingOf(tanaka, finding), 'cause', '引継ぎがなかった。'), 'published'],
      [() => valueOf(decideWithdrawFinding(findingOf(tanaka, finding), '重複')), 'changed-since'],
    ] as const) {
      tanaka.write(edit())
      expect(state(tanaka)).toBe(expected)
    }
  })

  test('[A28] [L5] is bound to the names of the classes that it prints, and an older one that is not stays as it was', () => {
    const { tanaka } = ready()
    const builtin = readLibrary()
    const named = (list: 'findingClasses' | 'measureClasses', code: string) =>
      printedNames(tanaka.audit, { ...builtin, [list]: changedClass(builtin[list], code, { ja: '改称' }) })
    const stateWith = (names: PrintedNames) => publicationStateOf(tanaka.audit, hash, names)
    expect(printedNames(tanaka.audit, builtin)).toEqual([])
    publish(tanaka, 'p1')
    expect(stateWith([])).toBe('published')
    expect(stateWith(named('measureClasses', 'done'))).toBe('changed-since')
    expect(stateWith(named('findingClasses', 'finding'))).toBe('changed-since')
    // No measure of this report is planned, and no finding an opinion.
    expect(stateWith(named('measureClasses', 'planned'))).toBe('published')
    expect(stateWith(named('findingClasses', 'opinion'))).toBe('published')

    const { audit, state: log } = tanaka.document
    const sight = { audit, state: log, names: named('measureClasses', 'done') }
    tanaka.write(valueOf(decidePublishReport(sight, newPublicationId('p2'), hash)))
    expect([stateWith(sight.names), stateWith([])]).toEqual(['published', 'changed-since'])

    const draft = must(valueOf(decidePublishReport(tanaka.document, newPublicationId('p3'), hash))[0], 'a draft')
    const older = {
      ...must(publicationOf(tanaka.audit), 'p2').content.body,
      contentHash: reportContentHash(tanaka.audit, hash),
    }
    tanaka.write([{ ...draft, kind: 'report-published', body: older }])
    expect([stateWith([]), stateWith(sight.names)]).toEqual(['published', 'published'])
  })

  test('[A28] a published finding that was withdrawn since is told of, until the report is published without it', () => {
    const { tanaka, finding } = ready()
    const other = aFinding(tanaka, 'never-published')
    tanaka.write(valueOf(decideWithdrawFinding(findingOf(tanaka, other), '重複')))
    publish(tanaka, 'p1')
    expect(withdrawnSince(tanaka.audit)).toEqual([])
    tanaka.write(valueOf(decideWithdrawFinding(findingOf(tanaka, finding), '重複')))
    expect(withdrawnSince(tanaka.audit)).toEqual([finding])
  })

  test('[A28] again, after the follow-up, leaves the earlier one as it was', () => {
    const { tanaka, finding, measure } = ready(plannedOn('2024-09-30'))
    publish(tanaka, 'z-first')
    expect(auditStateOf(tanaka.audit)).toBe('following-up')
    const first = publicationsOf(tanaka.audit)
    tanaka.write(valueOf(decideDescribeAudit(tanaka.audit.header, { noticeOn: day('2024-10-15'), reportNo: '第20号' })))
    tanaka.write(decideScheduleMeasure(measureOf(tanaka, measure), doneOn('2024-09-27')))
    tanaka.write(
      valueOf(decideSubmitMeasures(tanaka.audit, findingOf(tanaka, finding), { today: day('2024-10-15'), hash })),
    )
    expect([state(tanaka), isPublished(tanaka.audit, findingOf(tanaka, finding), hash)]).toEqual([
      'changed-since',
      false,
    ])
    publish(tanaka, 'a-second')
    expect(publicationsOf(tanaka.audit).map(({ content }) => content.body.reportNo)).toEqual([
      ...['報告監６の第７号', '第20号'],
    ])
    expect(publicationsOf(tanaka.audit)[0]).toEqual(first[0])
    expect([state(tanaka), auditStateOf(tanaka.audit)]).toEqual(['published', 'published'])
  })

  test('[A28] the order of publications is that in which they were seen, on every tablet', () => {
    const { tanaka, finding } = ready()
    const adachi = new TestDevice('adachi')
    publish(tanaka, 'p1')
    adachi.seeAllOf(tanaka)
    adachi.write(decideWordFinding(findingOf(adachi, finding), 'lead', '確認したところ、次のとおり。'))
    approve(adachi, finding)
    publish(adachi, 'p0')
    tanaka.seeAllOf(adachi)
    for (const by of [tanaka, adachi])
      expect(publicationsOf(by.audit).map(({ device }) => device)).toEqual([
        ...[tanaka.written[0]?.device, adachi.written[0]?.device],
      ])
  })

  test('[A27] [M15] counts only if its author had seen everything', () => {
    const { tanaka } = ready()
    publish(tanaka, 'p1')
    const act = must(tanaka.written.at(-1), 'the publication')
    const sato = new TestDevice('sato')
    sato.seeAllOf(tanaka)
    sato.write(valueOf(decideDescribeAudit(sato.audit.header, { reportNo: '第８号' })))
    const unseen = must(sato.written[0], 'an entry that the publication had not seen')
    expect(isOrderSensitive(act.kind)).toBe(true)
    expect(coversHeads(act, new Map([[act.device, act.n]]))).toBe(true)
    expect(coversHeads(act, new Map([[unseen.device, unseen.n]]))).toBe(false)
  })

  test('[A17] [A28] makes no stage of its own while a measure is planned or nobody has verified it', () => {
    for (const [schedule, stage] of [
      [doneOn('2024-03-07'), 'done'],
      [plannedOn('2024-09-30'), 'planned'],
    ] as const) {
      const { tanaka, finding } = ready(schedule)
      publish(tanaka, 'p1')
      expect(findingStageOf(tanaka.audit, findingOf(tanaka, finding), hash)).toBe(stage)
    }
  })
})
