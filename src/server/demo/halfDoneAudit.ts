// The sample of an audit in the middle of its fieldwork.
import { conforming, day, failing } from './demoAnswers.ts'
import { drawScreen } from './drawScreen.ts'
import type { DemoAudit } from './DemoAudit.ts'

const terminals = ['市民-窓口01', '市民-窓口02', '市民-窓口03', '市民-執務01'] as const

/** `visitOn` is handed in so that the sample is always about to be carried on. */
export function halfDoneAudit(visitOn: string): DemoAudit {
  return {
    subject: '住民情報系端末の管理に関する事務',
    unit: '市民局',
    reportNo: '報告監８の第３号',
    chapter: 1,
    team: ['佐藤', '田中'],
    visitOn: day(visitOn),
    noticeOn: null,
    state: 'fieldwork',
    visitAt: `${visitOn}T01:20:00.000Z`,
    closedAt: `${visitOn}T02:45:00.000Z`,
    items: terminals.map((tag) => ({ roster: 'machines', tag, name: '窓口端末', source: 'ledger' })),
    answers: [
      ...terminals.map((item) => conforming('A01', { item })),
      ...terminals.map((item, index) =>
        index === 2
          ? failing('A02', {
              item,
              value: { type: 'date', on: day('2026-05-08') },
              note: '窓口３番だけ更新の対象から漏れている。',
              evidence: {
                name: '管理画面.png',
                mediaType: 'image/png',
                bytes: drawScreen(terminals.map((_, row) => row !== index)),
                caption: '管理画面。窓口３番だけが古い。',
              },
            })
          : conforming('A02', { item, value: { type: 'date', on: day(visitOn) } }),
      ),
      conforming('A03', { note: '版とサポート期限を管理画面で確かめた。' }),
      conforming('A04'),
      { question: 'A06', judgement: 'partial', note: '８月の実施分だけ、管理表の日付が更新履歴より１日遅い。' },
      conforming('A07'),
    ],
    findings: [
      {
        question: 'A02',
        subject: 'ウイルス対策ソフトの更新',
        parts: {},
        measures: [],
      },
    ],
  }
}
