// Questions C01 to C06: did the plan come in time, does it say what the specification asks, was it approved?
import { criteria } from '../criteria.ts'
import type { SectionContent } from '../defineTemplate.ts'

export const workPlanDocument: SectionContent = {
  id: 'work-plan.document',
  title: { ja: '業務計画書の提出、内容及び承認', en: 'Submission, content and approval of the work plan' },
  questions: [
    {
      id: 'C01',
      text: {
        ja: '業務計画書は業務開始前に提出されたか',
        en: 'Was the work plan received before work began?',
      },
      guidance: {
        ja: '受付印又は送付文の日付を入力し、契約期間の初日及び最初の作業日と比べる。作業が始まった後の提出、受付日の分からない提出及び未提出は不適合とする。',
        en: 'Enter the date on the receipt stamp or cover letter and compare it with the first day of the contract and of the work. A plan received after work began, received on an unknown date, or not at all, does not conform.',
      },
      evidenceHint: {
        ja: '受付印のある表紙、送付文',
        en: 'Cover with receipt stamp; cover letter',
      },
      criteria: [criteria['specification'], criteria['8.2']],
      methods: ['document-review'],
      value: { type: 'date' },
      finding: {
        subject: { ja: '業務計画書の提出時期', en: 'timely submission of the work plan' },
        demand: 'improve',
        condition: {
          ja: '業務計画書が、業務の開始前に提出されていなかった。',
          en: 'The work plan had not been submitted before work began.',
        },
        recommendation: {
          ja: '{unit}は、業務の開始前に業務計画書を提出させ、受付日を記録されたい。',
          en: '{unit} should obtain the work plan before work begins and record the date of receipt.',
        },
      },
    },
    {
      id: 'C02',
      text: {
        ja: '業務計画書は仕様書の要求を全て含むか',
        en: 'Does the work plan cover every item the specification requires?',
      },
      guidance: {
        ja: '仕様書が業務計画書に求める項目を一覧にし、計画書の該当頁と１項目ずつ対照する。記載のない項目は不適合とし、見出しだけで中身のない項目も同じに扱う。',
        en: 'List what the specification requires of the plan and find the matching page for each item. An item that is not covered does not conform; a heading without content counts as not covered.',
      },
      evidenceHint: {
        ja: '仕様書と業務計画書の該当頁',
        en: 'Matching pages of specification and work plan',
      },
      criteria: [criteria['specification']],
      methods: ['document-review'],
      value: { type: 'none' },
      perRoster: 'specification-items',
      role: 'specified',
      finding: {
        subject: {
          ja: '業務委託における事業者の管理・監督',
          en: 'management and supervision of the contractor',
        },
        demand: 'improve',
        condition: {
          ja: '業務計画書には、仕様書が求める{total}項目のうち{failing}項目（{items}）について、{elements}の記載がなかった。',
          en: 'The work plan lacked {elements} for {failing} of {total} items required by the specification ({items}).',
        },
        recommendation: {
          ja: '{unit}は、仕様書に基づく業務計画書を提出させ、内容を審査・承認した上で、計画に沿って事業者を管理・監督されたい。',
          en: '{unit} should obtain, review and approve a compliant plan and supervise the contractor against it.',
        },
        alone: {
          condition: {
            ja: '業務計画書には、仕様書が求める{total}項目のうち{failing}項目（{items}）の記載がなかった。',
            en: 'The work plan did not cover {failing} of {total} items required by the specification ({items}).',
          },
          recommendation: {
            ja: '{unit}は、仕様書が求める項目を全て記載した業務計画書を提出させ、内容を審査・承認した上で、計画に沿って事業者を管理・監督されたい。',
            en: '{unit} should obtain a plan that covers every required item, review and approve it, and supervise the contractor against it.',
          },
        },
      },
    },
    {
      id: 'C03',
      text: {
        ja: '障害管理等の方法・内容・周期・対応策・報告が具体的か',
        en: 'Are method, content, cycle, response and reporting of fault management and the like set out concretely?',
      },
      guidance: {
        ja: '項目ごとに、何を、どのような方法と周期で行い、異常があればどう対応し、誰に報告するかを読み、書かれている要素を選ぶ。要素の欠ける項目は不適合とし、「適宜」「必要に応じて」だけの要素は書かれていないものとする。',
        en: 'For each item read what is done, how, how often, what happens when something is wrong and who is told, and tick the elements that are there. An item lacking any does not conform; an element that says only "as appropriate" counts as lacking.',
      },
      evidenceHint: {
        ja: '業務計画書の該当頁の写真',
        en: 'Photo of the pages of the work plan',
      },
      criteria: [criteria['specification']],
      methods: ['document-review'],
      value: { type: 'elements' },
      perRoster: 'specification-items',
      draftedWith: 'C02',
      role: 'plan-elements',
      finding: {
        subject: { ja: '業務計画書における保守内容の具体化', en: 'concreteness of the work plan' },
        demand: 'improve',
        condition: {
          ja: '業務計画書では、仕様書が求める{total}項目のうち{failing}項目（{items}）について、{elements}が具体的に定められていなかった。',
          en: 'For {failing} of {total} items required by the specification ({items}), the work plan did not set out {elements} concretely.',
        },
        recommendation: {
          ja: '{unit}は、行うべき保守の方法、内容、周期、対応策及び報告を業務計画書に具体的に記載させ、その内容を審査されたい。',
          en: '{unit} should have method, content, cycle, response and reporting of the maintenance work written into the plan concretely, and review them.',
        },
      },
    },
    {
      id: 'C04',
      text: {
        ja: '定期点検の項目と周期が定められているか',
        en: 'Are the items and the cycle of preventive maintenance laid down?',
      },
      guidance: {
        ja: '点検計画表で機器ごとの点検項目と実施月又は回数を読み、直近の点検報告と照らす。周期のない項目や、計画にありながら実施の跡がない項目があれば不適合とする。',
        en: 'Read in the inspection schedule what is inspected on which machine and when, and compare it with the latest inspection report. An item without a cycle, or planned without a trace of being done, does not conform.',
      },
      evidenceHint: {
        ja: '点検計画表',
        en: 'Inspection schedule',
      },
      criteria: [criteria['specification']],
      methods: ['document-review'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '定期点検の計画', en: 'planning of preventive maintenance' },
        demand: 'improve',
        condition: {
          ja: '業務計画書に、定期点検の項目及び周期が定められていなかった。',
          en: 'The work plan did not lay down the items and the cycle of preventive maintenance.',
        },
        recommendation: {
          ja: '{unit}は、定期点検の項目及び周期を業務計画書に定めさせ、計画に沿って実施されていることを確認されたい。',
          en: '{unit} should have items and cycle of preventive maintenance laid down in the plan and confirm that it is carried out accordingly.',
        },
      },
    },
    {
      id: 'C05',
      text: {
        ja: '体制・責任者・連絡先は現状と一致するか',
        en: 'Do organisation chart, persons in charge and contacts match the present state?',
      },
      guidance: {
        ja: '体制図及び名簿の氏名を現場の作業者や定例会の出席者と照らし、緊急時の連絡先が今も通じるかを担当者に尋ねる。既に交代した者が載っている場合や、変更があったのに届出がない場合は不適合とする。',
        en: 'Compare the names in chart and roster with those working on site and attending meetings, and ask whether the emergency contacts still hold. A person already replaced, or a change never notified, does not conform.',
      },
      evidenceHint: {
        ja: '体制図、名簿、聞き取りメモ',
        en: 'Organisation chart; roster; interview note',
      },
      criteria: [criteria['contract'], criteria['8.1']],
      methods: ['document-review', 'inquiry'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '事業者の体制の把握', en: "up-to-date knowledge of the contractor's organisation" },
        demand: 'improve',
        condition: {
          ja: '事業者の体制に変更があったにもかかわらず、その届出がなされていなかった。',
          en: "The contractor's organisation had changed without the change being notified.",
        },
        recommendation: {
          ja: '{unit}は、体制の変更を事業者に速やかに届け出させ、体制図及び連絡先を常に最新の状態とされたい。',
          en: '{unit} should require the contractor to notify changes promptly and keep chart and contacts up to date.',
        },
      },
    },
    {
      id: 'C06',
      text: {
        ja: '所管所属が審査し承認した記録があるか',
        en: 'Is there a record that the unit reviewed and approved the plan?',
      },
      guidance: {
        ja: '決裁文書及び審査票で、審査した者、確かめた点及び承認日を読み、承認日を入力する。受け取っただけで審査の跡がない場合や、承認が業務の開始より後の場合は不適合とする。',
        en: 'Read in the approval file and review sheet who reviewed what and when it was approved, and enter that date. A plan merely received, without a trace of review, or approved after work began, does not conform.',
      },
      evidenceHint: {
        ja: '決裁文書、審査票',
        en: 'Approval file; review sheet',
      },
      criteria: [criteria['8.2']],
      methods: ['document-review'],
      value: { type: 'date' },
      finding: {
        subject: { ja: '業務計画書の審査及び承認', en: 'review and approval of the work plan' },
        demand: 'improve',
        condition: {
          ja: '業務計画書の審査及び承認がなされないまま、業務が実施されていた。',
          en: 'Work had been carried out although the work plan had been neither reviewed nor approved beforehand.',
        },
        recommendation: {
          ja: '{unit}は、業務の開始前に業務計画書の内容を審査し、承認した記録を残されたい。',
          en: '{unit} should review the plan before work begins and keep a record of its approval.',
        },
      },
    },
  ],
}
