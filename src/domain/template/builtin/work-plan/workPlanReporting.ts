// Questions C07 to C09: does the unit hear what was done against the plan, and is what it hears true?
import { criteria } from '../criteria.ts'
import type { SectionContent } from '../defineTemplate.ts'

export const workPlanReporting: SectionContent = {
  id: 'work-plan.reporting',
  title: { ja: '履行状況の報告と確認', en: 'Reporting and verification of performance' },
  questions: [
    {
      id: 'C07',
      text: {
        ja: '定例会で計画対実績の報告を受けたか（直近３か月）',
        en: 'Was performance reported against the plan at the regular meetings (last three months)?',
      },
      guidance: {
        ja: '直近３か月の議事録及び月次報告書を読み、開催日を入力して、計画した作業と実績が並べて報告されているかを見る。済んだ作業の報告だけで、計画との差が分からない月があれば不適合とする。',
        en: 'Read minutes and monthly reports of the last three months, enter the meeting dates and see whether planned and actual work stand side by side. A month that reports only what was done, without the plan, does not conform.',
      },
      evidenceHint: {
        ja: '議事録、月次報告書',
        en: 'Minutes; monthly reports',
      },
      criteria: [criteria['specification']],
      methods: ['document-review'],
      value: { type: 'dates', slots: 3 },
      finding: {
        subject: { ja: '計画に対する実績の報告', en: 'reporting against the plan' },
        demand: 'improve',
        condition: {
          ja: '定例会では作業後の報告を受けるにとどまり、計画と実績との対比が行われていなかった。',
          en: 'At the regular meetings work was only reported after the event and not compared with the plan.',
        },
        recommendation: {
          ja: '{unit}は、定例会において計画と実績を対比した報告を受け、差異があるときは事業者と対応を協議されたい。',
          en: '{unit} should have planned and actual work reported side by side at the regular meetings and agree with the contractor how to deal with differences.',
        },
      },
    },
    {
      id: 'C08',
      text: {
        ja: '報告は作業票・障害票と一致するか',
        en: 'Do the reports agree with the work and incident tickets?',
      },
      guidance: {
        ja: '障害票を２件選び、発生から復旧までの日時と処置を、月次報告書、作業票及び機器の記録でたどって、食い違う件数を入力する。報告にない障害や、日時又は処置の異なる障害があれば不適合とする。',
        en: 'Choose two incident tickets, trace times and actions from occurrence to recovery through monthly report, work ticket and machine records, and enter the number that disagree. An incident not reported, or reported with other times or actions, does not conform.',
      },
      evidenceHint: {
        ja: '追跡した障害票２件及び月次報告書の該当頁',
        en: 'The two incident tickets traced and the matching pages of the report',
      },
      criteria: [criteria['8.2'], criteria['7.2']],
      methods: ['reperformance'],
      value: { type: 'number', unit: { ja: '件', en: 'cases' } },
      finding: {
        subject: { ja: '業務報告の正確性', en: 'accuracy of work reports' },
        demand: 'improve',
        condition: {
          ja: '業務報告を障害票等の記録と照合したところ、{value}件について内容が一致していなかった。',
          en: 'Comparison of the reports with the tickets showed contradictions; number of cases: {value}.',
        },
        recommendation: {
          ja: '{unit}は、業務報告を障害票、作業票等の記録と照合し、その正確性を確認されたい。',
          en: '{unit} should compare the reports with incident and work tickets and satisfy itself that they are accurate.',
        },
      },
    },
    {
      id: 'C09',
      text: {
        ja: '合意した対応時間等を測っているか',
        en: 'Are the agreed response times and other service levels measured?',
      },
      guidance: {
        ja: '契約で合意した対応時間、復旧時間等の目標を読み、実績表に同じ指標の数値があるかを見る。実績のない指標や、未達のまま扱いが決まっていない指標があれば不適合とする。',
        en: 'Read the agreed targets for response, recovery and so on, and see whether the service-level record holds figures for the same measures. A target without figures, or missed without any follow-up, does not conform.',
      },
      evidenceHint: {
        ja: 'サービス水準の実績表',
        en: 'Service-level record',
      },
      criteria: [criteria['contract']],
      methods: ['document-review'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '対応時間等の達成状況の把握', en: 'measurement of service levels' },
        demand: 'improve',
        condition: {
          ja: '契約で合意した対応時間等について、達成状況が把握されていなかった。',
          en: 'It was not known whether the response times and other service levels agreed in the contract had been met.',
        },
        recommendation: {
          ja: '{unit}は、合意した対応時間等の実績を事業者に報告させ、達成状況を確認されたい。',
          en: '{unit} should have the contractor report figures on the agreed service levels and verify that they are met.',
        },
      },
    },
  ],
}
