// Questions C10 to C13: who does what, who comes in, who connects from outside, who works for whom.
import { criteria } from '../criteria.ts'
import type { SectionContent } from '../defineTemplate.ts'

export const workPlanDuties: SectionContent = {
  id: 'work-plan.duties',
  title: { ja: '分担と作業の管理', en: 'Division of duties and control of work' },
  questions: [
    {
      id: 'C10',
      text: {
        ja: 'ウイルス対策の更新と記録媒体の取扱いの分担が書かれているか',
        en: 'Is it written down who updates the antivirus software and who handles recording media?',
      },
      guidance: {
        ja: '責任分界表で、更新作業と媒体の受渡しについて実施する者と確認する者を読み、A14及びB09の結果と照らす。どちらの担当とも書かれていない作業があれば不適合とする。',
        en: 'Read in the responsibility matrix who does and who confirms the updates and the handovers, and compare with the results of A14 and B09. Work assigned to neither side does not conform.',
      },
      evidenceHint: {
        ja: '責任分界表',
        en: 'Responsibility matrix',
      },
      criteria: [criteria['8.2'], criteria['6.4']],
      methods: ['document-review', 'inquiry'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '事業者との分担の明確化', en: 'division of duties with the contractor' },
        demand: 'improve',
        condition: {
          ja: 'ウイルス対策ソフトの更新及び記録媒体の取扱いについて、事業者との分担が明確に定められていなかった。',
          en: 'It was not clearly laid down whether the unit or the contractor updates the antivirus software and handles recording media.',
        },
        recommendation: {
          ja: '{unit}は、更新作業及び記録媒体の取扱いの分担を契約書、業務計画書等に明記し、事業者と確認されたい。',
          en: '{unit} should set out these duties in the contract, the work plan or the like and confirm them with the contractor.',
        },
      },
    },
    {
      id: 'C11',
      text: {
        ja: '入退室記録と作業日が合うか',
        en: 'Does the room log agree with the dates of work?',
      },
      guidance: {
        ja: '管理区域の入口で記入の様子を見た上で、作業報告の作業日を入退室簿の氏名及び時刻と照らし、合わない件数を入力する。入退室の記録又は立会いのない作業があれば不適合とする。',
        en: 'Watch how entries are made at the door, then compare the dates in the work reports with names and times in the room log and enter the number that do not match. Work without an entry, or without an escort, does not conform.',
      },
      evidenceHint: {
        ja: '入退室簿、作業報告',
        en: 'Entry log; work report',
      },
      criteria: [criteria['4.2']],
      methods: ['observation', 'document-review'],
      value: { type: 'number', unit: { ja: '件', en: 'visits' } },
      finding: {
        subject: { ja: '管理区域における作業の管理', en: 'control of work in controlled rooms' },
        demand: 'rectify',
        condition: {
          ja: '管理区域で行われた作業のうち{value}件について、入退室の記録又は職員の立会いが確認できなかった。',
          en: 'For {value} of the visits to controlled rooms, no entry record or no escort by staff could be shown.',
        },
        recommendation: {
          ja: '{unit}は、管理区域における作業に職員を立ち会わせ、入退室を漏れなく記録するよう徹底されたい。',
          en: '{unit} should see to it that work in controlled rooms is escorted by staff and that every entry and exit is logged.',
        },
      },
    },
    {
      id: 'C12',
      text: {
        ja: '遠隔保守は承認・記録されているか',
        en: 'Is remote maintenance approved and logged?',
      },
      guidance: {
        ja: '接続ログから直近の接続を数件選び、事前の承認と作業の記録をたどる。承認のない接続や、つながったままの接続があれば不適合とし、遠隔保守を行っていなければ対象外とする。',
        en: 'Choose some recent sessions from the connection log and trace the prior approval and the work record. An unapproved session, or a connection left open, does not conform; without remote maintenance it is not applicable.',
      },
      evidenceHint: {
        ja: '接続の承認書、接続ログ',
        en: 'Connection approval; connection log',
      },
      criteria: [criteria['6.1'], criteria['8.2']],
      methods: ['document-review'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '遠隔保守の承認及び記録', en: 'approval and logging of remote maintenance' },
        demand: 'rectify',
        condition: {
          ja: '遠隔保守のための接続が、事前の承認を得ずに行われていた。',
          en: 'Remote maintenance sessions had taken place without prior approval.',
        },
        recommendation: {
          ja: '{unit}は、遠隔保守の接続をその都度事前に承認し、接続の日時及び作業の内容を記録されたい。',
          en: '{unit} should approve every remote session beforehand and record its time and the work done.',
        },
      },
    },
    {
      id: 'C13',
      text: {
        ja: '再委託は事前承認を得たか',
        en: 'Was subcontracting approved beforehand?',
      },
      guidance: {
        ja: '体制図、名簿及び入退室簿の会社名から再委託の有無を調べ、承認書の日付と範囲を読む。承認より前に始まった再委託や、承認の範囲を超える再委託は不適合とし、再委託がなければ対象外とする。',
        en: 'Look in chart, roster and room log for other company names, then read date and scope of the approval. Subcontracting that began before approval or goes beyond it does not conform; without subcontracting it is not applicable.',
      },
      evidenceHint: {
        ja: '再委託承認書',
        en: 'Approval letter for subcontracting',
      },
      criteria: [criteria['8.1']],
      methods: ['document-review', 'inquiry'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '再委託の承認', en: 'approval of subcontracting' },
        demand: 'rectify',
        condition: {
          ja: '業務の一部が、事前の承認を得ないまま再委託されていた。',
          en: 'Part of the work had been subcontracted without prior approval.',
        },
        recommendation: {
          ja: '{unit}は、再委託の状況を速やかに把握し、必要な承認の手続を行うとともに、今後は事前に承認することを徹底されたい。',
          en: '{unit} should establish without delay what has been subcontracted, complete the approvals, and from now on insist on approval beforehand.',
        },
      },
    },
  ],
}
