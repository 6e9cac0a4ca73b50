// Questions C14 to C16: the contractor's compliance, changes of the plan, and what remains when the contract ends.
import { criteria } from '../criteria.ts'
import type { SectionContent } from '../defineTemplate.ts'

export const workPlanCompliance: SectionContent = {
  id: 'work-plan.compliance',
  title: { ja: '遵守状況、計画の変更及び業務の終了', en: 'Compliance, changes and end of contract' },
  questions: [
    {
      id: 'C14',
      text: {
        ja: '委託先の遵守状況を年１回以上確かめたか',
        en: "Was the contractor's compliance checked at least once a year?",
      },
      guidance: {
        ja: '点検票、誓約書及び教育の記録を読み、直近に確かめた日を入力する。１年以内の確認の記録がない場合や、書類を受け取っただけで内容を確かめていない場合は不適合とする。',
        en: 'Read check sheet, pledge and training record and enter the date of the latest check. No check on record within a year, or papers received but never examined, does not conform.',
      },
      evidenceHint: {
        ja: '点検票、誓約書、教育の記録',
        en: 'Check sheet; pledge; training record',
      },
      criteria: [criteria['8.1']],
      methods: ['document-review', 'inquiry'],
      value: { type: 'date' },
      limitDays: 365,
      finding: {
        subject: { ja: '委託先の遵守状況の確認', en: "verification of the contractor's compliance" },
        demand: 'improve',
        condition: {
          ja: '委託先における情報セキュリティ対策の遵守状況が、監査日までの１年間に確認されていなかった。',
          en: "The contractor's compliance with information security requirements had not been verified in the year before the visit.",
        },
        recommendation: {
          ja: '{unit}は、委託先の遵守状況を年１回以上確認し、その結果を記録されたい。',
          en: "{unit} should verify the contractor's compliance at least once a year and record the result.",
        },
      },
    },
    {
      id: 'C15',
      text: {
        ja: '計画変更は改訂・承認されたか',
        en: 'Were changes of the plan issued as revisions and approved?',
      },
      guidance: {
        ja: '議事録等から機器、体制又は作業の変更を拾い、業務計画書の改訂履歴に版、日付及び承認とともに表れているかをたどる。現状と異なる計画書のままの場合や、承認のない改訂がある場合は不適合とする。',
        en: 'Pick changes of machines, people or work from the minutes and trace them in the revision history with version, date and approval. A plan that no longer matches reality, or a revision without approval, does not conform.',
      },
      evidenceHint: {
        ja: '業務計画書の改訂履歴',
        en: 'Revision history of the work plan',
      },
      criteria: [criteria['8.2']],
      methods: ['document-review'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '業務計画書の変更の管理', en: 'control of changes to the work plan' },
        demand: 'improve',
        condition: {
          ja: '業務の内容等の変更が、業務計画書に反映されていなかった。',
          en: 'Changes in the work had not been carried into the work plan.',
        },
        recommendation: {
          ja: '{unit}は、業務の内容等に変更があったときは業務計画書を改訂させ、これを審査し承認されたい。',
          en: '{unit} should have the work plan revised when the work changes, and review and approve the revision.',
        },
      },
    },
    {
      id: 'C16',
      text: {
        ja: '終了時の返却・消去を定めたか',
        en: 'Has return and erasure at the end of the contract been agreed?',
      },
      guidance: {
        ja: '契約条項で返却及び消去の対象、方法、期限並びに証明の提出を読み、証明書の様式の有無を見る。条項がない場合や、消去を証明する定めがない場合は不適合とする。',
        en: 'Read in the contract what is to be returned or erased, how, by when and with what proof, and whether there is a certificate form. No clause, or none that asks for proof of erasure, does not conform.',
      },
      evidenceHint: {
        ja: '契約条項、消去証明書の様式',
        en: 'Contract clause; form of the erasure certificate',
      },
      criteria: [criteria['8.1'], criteria['2']],
      methods: ['document-review'],
      value: { type: 'none' },
      finding: {
        subject: {
          ja: '業務終了時における情報の返却及び消去',
          en: 'return and erasure of information at the end of the contract',
        },
        demand: 'improve',
        condition: {
          ja: '業務終了時における情報の返却及び消去について、契約において定められていなかった。',
          en: 'The contract did not provide for the return and erasure of information at its end.',
        },
        recommendation: {
          ja: '{unit}は、業務終了時における情報の返却及び消去並びにその証明の方法を、契約において明確にされたい。',
          en: '{unit} should provide in the contract for return and erasure at its end and for proof of both.',
        },
      },
    },
  ],
}
