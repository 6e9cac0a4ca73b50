// The sample of a finished audit: the facts of a published case, in words of our own.
import { conforming, day, failing } from './demoAnswers.ts'
import type { DemoAnswer, DemoAudit, DemoFinding } from './DemoAudit.ts'
import type { DayOrMonth } from '../../domain/calendar/DayOrMonth.ts'

const sticks = ['4C53-0001-27B8', '4C53-0001-27C1', 'AA04-0128-7715', 'AA04-0128-7802', '0781-5583-0142'] as const
const machines = ['予約-端末01', '予約-端末02', '公害-端末01'] as const
const requirements = ['障害管理', '障害保守', '定期点検', '性能管理'] as const
const registered = '0781-5583-0142'

const done = (on: DayOrMonth) => ({ kind: 'measure-completed', body: { doneOn: on } }) as const

const training = {
  type: 'prevention',
  text: '情報セキュリティ研修を、担当グループの職員全員を対象に、令和６年１月15日～26日に行った。今回の監査で分かったことを教材にした。来年度からは年度初めの研修に組み入れる。',
  schedule: done(day('2024-01-26')),
} as const

const antivirusFinding: DemoFinding = {
  question: 'A02',
  subject: 'ウイルス対策ソフトの更新',
  parts: {
    conditions: '対策ソフトとパターンファイルは、令和４年１月に機器を入れ替えてから一度も更新されていなかった。',
    cause: '機器の入替えのときに、更新の作業を誰が引き継ぐかが決められていなかった。',
    effect: '新しい不正プログラムを検知できず、個人情報の漏えいや業務の停止につながるおそれがある。',
  },
  measures: [
    {
      type: 'correction',
      text: '保守業者の支援を受けて更新用のファイルを入手し、令和５年11月17日と令和６年２月７日に手作業で更新した。',
      schedule: done(day('2024-02-07')),
    },
    {
      type: 'mechanism',
      text: '更新の手順書と管理表を作り、手順書どおりに更新できることを確かめた。今後は５月・８月・11月・２月に更新し、業務管理者が管理表で進み具合を確かめる。',
      schedule: done(day('2024-03-07')),
    },
    training,
  ],
}

const mediaFinding: DemoFinding = {
  question: 'B01',
  subject: '記録媒体の管理',
  parts: {
    cause: '受渡簿を付けていたため、管理簿への登録が要ることに担当課が気付いていなかった。',
    effect: '紛失しても気付けず、また不正プログラムが媒体を介して持ち込まれるおそれがある。',
  },
  measures: [
    {
      type: 'correction',
      text: '登録されていなかった４本のＵＳＢを、令和５年12月５日に管理簿へ登録した。',
      schedule: done(day('2023-12-05')),
    },
    {
      type: 'correction',
      text: '令和５年11月14日から、庁内パソコンの対策ソフトで媒体を検査し、その結果を使用簿に書いている。',
      schedule: done(day('2023-11-14')),
    },
    {
      type: 'mechanism',
      text: '令和６年２月に使用簿の様式を改め、使うたびに情報セキュリティ責任者が確かめて承認するようにした。それまでの３か月分は毎月１回まとめて確かめた。',
      schedule: done(day('2024-02-01')),
    },
    training,
  ],
}

const planFinding: DemoFinding = {
  question: 'C02',
  subject: '運用保守業務の委託における事業者の管理・監督',
  parts: {
    cause: '毎月の定例会で報告を受けていたため、業務の前に出される計画書の中身が吟味されていなかった。',
    effect: '求めた保守が行われているかを、計画に照らして確かめることができない。',
  },
  measures: [
    {
      type: 'correction',
      text: '障害管理の方法と内容を詳しく書いた業務計画書を、令和６年４月９日に事業者から受け取り、仕様書の項目がそろっていることを確かめた。',
      schedule: done(day('2024-04-09')),
    },
    {
      type: 'mechanism',
      text: '毎月の定例会で、業務計画書に照らした実施状況を事業者に報告させる。',
      schedule: done(day('2024-04-09')),
    },
  ],
}

const failingAnswers: readonly DemoAnswer[] = [
  ...machines.map((item, index) =>
    failing('A02', {
      item,
      value: { type: 'date', on: day('2022-01-14') },
      ...(index === 0 ? { note: '管理画面の表示日付は 2022/01/14。機器の入替え後に更新した記録がない。' } : {}),
    }),
  ),
  failing('A04', { note: '口頭の申し送りだけで、文書はない。' }),
  failing('A05', { value: { type: 'dates', on: [null, null, null, null] } }),
  failing('A11'),
  failing('A12', { note: '検収票に更新の項目がない。' }),
  ...sticks.map((item) => (item === registered ? conforming('B01', { item }) : failing('B01', { item }))),
  ...sticks.map((item) => failing('B05', { item })),
  failing('B03', { note: '取得の報告がないまま日常的に使われている。受渡簿はある。' }),
  failing('B08'),
  ...requirements.map((item) => (item.startsWith('障害') ? failing('C02', { item }) : conforming('C02', { item }))),
  ...requirements.map((item) =>
    item.startsWith('障害')
      ? failing('C03', { item, value: { type: 'elements', present: [] } })
      : conforming('C03', {
          item,
          value: { type: 'elements', present: ['method', 'content', 'cycle', 'response', 'reporting'] },
        }),
  ),
  failing('C07', {
    value: { type: 'dates', on: [day('2023-07-20'), day('2023-08-17'), day('2023-09-21')] },
    note: '報告は事後のものだけで、計画との対比がない。',
  }),
]

const perMachine = ['A01', 'A08'] as const
const perStick = ['B02', 'B04', 'B11', 'B12'] as const
const asked = [
  'A03',
  'A06',
  'A07',
  'A09',
  'A10',
  'A13',
  'A14',
  'A15',
  'B06',
  'B07',
  'B09',
  'B10',
  'B13',
  'B14',
  'B15',
  'B16',
  'C01',
  'C04',
  'C05',
  'C06',
  'C08',
  'C09',
  'C10',
  'C11',
  'C13',
  'C14',
  'C15',
  'C16',
] as const

export const finishedAudit: DemoAudit = {
  subject:
    '令和５年度監査委員監査　区役所附設会館等予約システム及び公害健康被害補償システムにおける情報セキュリティ対策に関する事務',
  unit: '健康局',
  reportNo: '報告監６の第７号',
  chapter: 2,
  team: ['田中', '佐藤'],
  visitOn: day('2023-10-24'),
  noticeOn: day('2024-04-22'),
  state: 'published',
  visitAt: '2023-10-24T05:32:00.000Z',
  closedAt: '2024-04-22T01:10:00.000Z',
  items: [
    ...machines.map((tag) => ({ roster: 'machines', tag, name: '業務端末', source: 'ledger' }) as const),
    ...sticks.map(
      (tag) => ({ roster: 'media', tag, name: 'ＵＳＢ', source: tag === registered ? 'register' : 'found' }) as const,
    ),
    ...requirements.map((tag) => ({ roster: 'specification-items', tag, name: '', source: 'ledger' }) as const),
  ],
  answers: [
    ...failingAnswers,
    ...perMachine.flatMap((question) => machines.map((item) => conforming(question, { item }))),
    ...perStick.flatMap((question) => sticks.map((item) => conforming(question, { item }))),
    ...asked.map((question) => conforming(question)),
    { question: 'C12', judgement: 'not-applicable', reason: '遠隔保守は行われていない。' },
  ],
  findings: [antivirusFinding, mediaFinding, planFinding],
}
