// The sample audit of the gallery, worded anew: three findings, one of them with two fields changed on two tablets, failing answers without a finding.
import { GalleryDevice } from './GalleryDevice.ts'
import { listItems, placeOf, refOf, valueOf } from './samples.ts'
import { decideJudge, decideMeasureAnswer, decideNote } from '../../../src/domain/audit/decideAnswer.ts'
import { decideDescribeAudit } from '../../../src/domain/audit/decideDescribeAudit.ts'
import { decideWithdrawFinding, decideWordFinding } from '../../../src/domain/audit/decideFinding.ts'
import { decideOpenAudit } from '../../../src/domain/audit/decideOpenAudit.ts'
import { decideRaiseFinding } from '../../../src/domain/audit/decideRaiseFinding.ts'
import { draftFinding, questionsDraftedTogether } from '../../../src/domain/audit/draftFinding.ts'
import { newFindingId, newMeasureId, personEntity, type FindingId } from '../../../src/domain/audit/entityIds.ts'
import {
  decideAddMeasure,
  decideRemoveMeasure,
  decideScheduleMeasure,
  decideWordMeasure,
} from '../../../src/domain/audit/measure.ts'
import type { Schedule } from '../../../src/domain/audit/measure.ts'
import { firstDraft } from '../../../src/domain/audit/draftFor.ts'
import type { MeasureType } from '../../../src/domain/audit/auditVocabulary.ts'
import { answerOf } from '../../../src/domain/audit/questionStatus.ts'
import { must } from '../../../src/domain/must.ts'
import type { PersonId } from '../../../src/domain/oplog/Dot.ts'
import { builtinTemplates } from '../../../src/domain/template/builtinTemplates.ts'
import { day, month } from '../day.ts'

const texts = {
  ja: {
    subject: '令和５年度監査委員監査　予約システム及び補償システムにおける情報セキュリティ対策に関する事務',
    unit: '健康局',
    reportNo: '報告監６の第７号',
    names: ['田中', '佐藤'],
    update: [
      '保守業者の支援を受けて更新用のファイルを入手し、令和５年11月17日と令和６年２月７日に手作業で更新した。',
      '更新の手順書と管理表を作り、手順書どおりに更新できることを確かめた。今後は５月・８月・11月・２月に更新し、業務管理者が管理表で進み具合を確かめる。',
      '担当グループの職員全員を対象に、令和６年１月15日～26日に情報セキュリティ研修を行った。',
    ],
    media: [
      '登録されていなかった４本のＵＳＢを、令和５年12月５日に管理簿へ登録した。',
      '令和５年11月14日から、庁内パソコンの対策ソフトで媒体を検査し、その結果を使用簿に書いている。',
      '使用簿の記録を確かめる仕組みがなかった。',
    ],
    ours: '使用簿の記録について、令和６年２月に様式を改め、使うたびに情報セキュリティ責任者が確かめて承認するようにした。',
    theirs:
      '使用簿の記録について、11月分から１月分までは、情報セキュリティ責任者が毎月１回まとめて確かめ、確かめたことを使用簿に書いた。',
    plan: ['障害管理の方法と内容を詳しく書いた業務計画書を、事業者に出させる。'],
    cause: '受渡簿を付けていたため、管理簿への登録が要ることに担当課が気付いていなかった。',
    effect: '紛失しても気付けず、また不正プログラムが媒体を介して持ち込まれるおそれがある。',
    withdrawn: '再調査の結果、管理番号シールは貼られていた。',
    note: '検収票に更新の項目がない。',
    noteOther: '検収票にも引継書にも更新の項目がない。',
  },
  en: {
    subject: 'Information security of the hall booking and compensation systems, FY2023',
    unit: 'Health Bureau',
    reportNo: 'Report 6-7',
    names: ['Tanaka', 'Sato'],
    update: [
      'With the contractor’s help the update files were obtained and applied by hand on 17 November 2023 and 7 February 2024.',
      'A written procedure and an update sheet were drawn up and tried out. Updates now take place each quarter under the system manager’s eyes.',
      'All staff of the unit were trained between 15 and 26 January 2024.',
    ],
    media: [
      'The four unregistered USB sticks were entered in the register on 5 December 2023.',
      'Since 14 November 2023 media are scanned on an office PC and the result is written into the usage log.',
      'Nobody checked the usage log.',
    ],
    ours: 'The usage log was redesigned in February 2024, and the security officer approves every single use.',
    theirs:
      'The usage log for November to January was checked once a month by the security officer, who noted it there.',
    plan: ['The contractor will be made to submit a work plan that describes incident management in detail.'],
    cause: 'Because a handover log was kept, the unit did not notice that registration was missing.',
    effect: 'Loss would go unnoticed and malware could be brought in on the media.',
    withdrawn: 'A second visit found the labels in place.',
    note: 'The acceptance sheet does not mention updating.',
    noteOther: 'Neither acceptance sheet nor handover mentions updating.',
  },
}

export function sampleAudit(language: 'ja' | 'en'): GalleryDevice {
  const words = texts[language]
  const tanaka = new GalleryDevice('tanaka')
  const sato = new GalleryDevice('sato')
  const visit = '2023-10-24T05:32:00.000Z'
  const write = (drafts: Parameters<GalleryDevice['write']>[0], at = visit) => tanaka.write(drafts, at)

  for (const device of [tanaka, sato]) {
    const name = must(words.names[device === tanaka ? 0 : 1], 'a name')
    device.write([firstDraft(personEntity(`person-${device.name}` as PersonId), 'person-introduced', { name })], visit)
  }
  const templates = builtinTemplates.map(({ id, version }) => ({ template: id, version }))
  write(valueOf(decideOpenAudit({ ...words, chapter: 2, templates, team: words.names, visitOn: day('2023-10-24') })))

  const machines = listItems(tanaka, 'machines', ['端末01', '端末02', '端末03'], visit)
  for (const item of machines) {
    write(decideMeasureAnswer(answerOf(tanaka.audit, refOf('A02', item)), { type: 'date', on: day('2022-01-14') }))
    write(decideJudge(answerOf(tanaka.audit, refOf('A02', item)), 'nonconforming'))
  }
  const sticks = listItems(tanaka, 'media', ['USB', 'USB', 'USB', 'USB', 'USB'], visit)
  sticks.forEach((item, index) => {
    write(decideJudge(answerOf(tanaka.audit, refOf('B01', item)), index === 4 ? 'conforming' : 'nonconforming'))
    write(decideJudge(answerOf(tanaka.audit, refOf('B05', item)), 'nonconforming'))
  })
  const items = listItems(tanaka, 'specification-items', ['障害管理', '障害保守', '定期点検'], visit)
  for (const item of items) write(decideJudge(answerOf(tanaka.audit, refOf('C02', item)), 'nonconforming'))
  for (const question of ['A04', 'A12', 'C07'])
    write(decideJudge(answerOf(tanaka.audit, refOf(question)), 'nonconforming'))
  write(decideJudge(answerOf(tanaka.audit, refOf('B03')), 'partial'))

  const raise = (question: string): FindingId => {
    const id = newFindingId(question)
    const context = { audit: tanaka.audit, language, today: day('2023-10-24') }
    const draft = draftFinding(questionsDraftedTogether(placeOf(question), tanaka.audit), context)
    write(valueOf(decideRaiseFinding(tanaka.audit, id, draft)), '2023-11-02T02:10:00.000Z')
    return id
  }
  const add = (finding: FindingId, id: string, type: MeasureType, text: string, schedule: Schedule) => {
    const measureId = newMeasureId(id)
    write(decideAddMeasure(tanaka.audit, finding, { id: measureId, type, text }), '2024-04-05T00:40:00.000Z')
    const measure = () => must(tanaka.audit.measures.get(measureId), id)
    write(decideScheduleMeasure(measure(), schedule), '2024-04-05T00:41:00.000Z')
    return measure
  }
  const types = ['correction', 'mechanism', 'prevention'] as const
  const done = (on: string): Schedule => ({ kind: 'measure-completed', body: { doneOn: day(on) } })

  const update = raise('A02')
  words.update.forEach((text, index) =>
    add(
      update,
      `u${String(index)}`,
      types[index] ?? 'correction',
      text,
      done(['2024-02-07', '2024-03-07', '2024-01-26'][index] ?? '2024-01-26'),
    ),
  )
  const media = raise('B01')
  write(decideWordFinding(must(tanaka.audit.findings.get(media), 'media'), 'cause', words.cause))
  write(decideWordFinding(must(tanaka.audit.findings.get(media), 'media'), 'effect', words.effect))
  const logged = words.media.map((text, index) =>
    add(
      media,
      `m${String(index)}`,
      index === 0 ? 'correction' : 'mechanism',
      text,
      done(index === 0 ? '2023-12-05' : '2023-11-14'),
    ),
  )
  const gone = add(media, 'gone', 'prevention', words.update[2] ?? '', { kind: 'measure-considered', body: {} })
  write(decideRemoveMeasure(gone(), must(tanaka.document.entity(gone().id), 'gone')), '2024-04-08T01:00:00.000Z')
  const plan = raise('C02')
  add(plan, 'p0', 'correction', words.plan[0] ?? '', { kind: 'measure-planned', body: { plannedOn: month('2024-06') } })
  const label = raise('A12')
  write(
    valueOf(decideWithdrawFinding(must(tanaka.audit.findings.get(label), 'label'), words.withdrawn)),
    '2023-11-20T02:00:00.000Z',
  )

  sato.see(tanaka.log)
  const third = () => must(sato.audit.measures.get(newMeasureId('m2')), 'third')
  sato.write(decideWordMeasure(third(), words.theirs), '2024-04-10T00:48:00.000Z')
  sato.write(decideScheduleMeasure(third(), done('2023-12-05')), '2024-04-10T00:49:00.000Z')
  sato.write(decideNote(answerOf(sato.audit, refOf('A12')), words.noteOther), '2023-10-24T06:10:00.000Z')
  sato.write(
    valueOf(decideDescribeAudit(sato.audit.header, { noticeOn: day('2024-04-22') })),
    '2024-04-10T00:50:00.000Z',
  )
  const ours = must(logged[2], 'third')
  write(decideWordMeasure(ours(), words.ours), '2024-04-10T01:12:00.000Z')
  write(decideScheduleMeasure(ours(), done('2024-02-01')), '2024-04-10T01:13:00.000Z')
  write(decideNote(answerOf(tanaka.audit, refOf('A12')), words.note), visit)
  write(decideJudge(answerOf(sato.audit, refOf('A12')), 'partial'), '2023-10-24T06:20:00.000Z')
  tanaka.see(sato.log)
  return tanaka
}

/** An audit in which nothing was found yet. */
export function emptyAudit(): GalleryDevice {
  const device = new GalleryDevice('tanaka')
  const templates = builtinTemplates.map(({ id, version }) => ({ template: id, version }))
  device.write(
    valueOf(
      decideOpenAudit({
        subject: '予約システムの情報セキュリティ',
        unit: '健康局',
        reportNo: '',
        chapter: 1,
        templates,
        team: [],
        visitOn: null,
      }),
    ),
    '2023-10-24T05:32:00.000Z',
  )
  return device
}
