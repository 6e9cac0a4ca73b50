// Questions B14 to B16: do the records still hold when they are set against machines, disposals and a count?
import { criteria } from '../criteria.ts'
import type { SectionContent } from '../defineTemplate.ts'

export const mediaReconciliation: SectionContent = {
  id: 'media.reconciliation',
  title: { ja: '記録の照合、廃棄及び棚卸し', en: 'Reconciliation, disposal and stock-take' },
  questions: [
    {
      id: 'B14',
      text: {
        ja: '接続履歴と照らして、使用簿に漏れはないか',
        en: 'Is every connection in the device history also in the usage log?',
      },
      guidance: {
        ja: 'パソコンに残る接続履歴を期間を決めて表示し、使用簿と１件ずつ照らして、使用簿にない接続の件数を入力する。１件でもあれば、理由を尋ねた上で一部不適合又は不適合とする。',
        en: "Bring up the PC's device history for a chosen period, compare it with the usage log line by line and enter the number of connections not logged. Even one, once its reason has been asked, is partial or full nonconformity.",
      },
      evidenceHint: {
        ja: '接続履歴の画面写真、同じ期間の使用簿',
        en: 'Photo of the device connection history; usage log of the same period',
      },
      criteria: [criteria['7.2']],
      methods: ['reperformance'],
      value: { type: 'number', unit: { ja: '件', en: 'connections' } },
      finding: {
        subject: { ja: '接続履歴と使用簿の照合', en: 'reconciliation of device history and usage log' },
        demand: 'improve',
        condition: {
          ja: 'パソコンの接続履歴に残る記録媒体の接続のうち{value}件が、使用簿に記載されていなかった。',
          en: "Of the connections in the PC's device history, {value} had not been entered in the usage log.",
        },
        recommendation: {
          ja: '{unit}は、記録媒体の使用を漏れなく使用簿に記載し、接続履歴と定期的に照合されたい。',
          en: '{unit} should log every use of recording media and regularly compare the log with the device history.',
        },
      },
    },
    {
      id: 'B15',
      text: {
        ja: '廃棄・故障・紛失の記録が現物と合うか',
        en: 'Do the records of disposal, failure and loss agree with the media found?',
      },
      guidance: {
        ja: '管理簿にあって現物のない媒体を拾い出し、廃棄、故障又は紛失の記録と消去証明をたどる。行方を説明できない媒体があれば不適合とし、紛失であれば事故の報告も確かめる。',
        en: 'Pick out entries without a medium and trace the record of disposal, failure or loss and the erasure certificate. A medium that cannot be accounted for does not conform; if one was lost, look for the incident report.',
      },
      evidenceHint: {
        ja: '廃棄の記録、消去証明書',
        en: 'Disposal record; erasure certificate',
      },
      criteria: [criteria['4.4'], criteria['5.3']],
      methods: ['document-review', 'inquiry'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '記録媒体の所在及び廃棄等の記録', en: 'records of the whereabouts and disposal of media' },
        demand: 'rectify',
        condition: {
          ja: '管理簿に登録された記録媒体の一部について、廃棄等の記録がなく、所在が不明であった。',
          en: 'Some media in the register could not be found, and there was no record of their disposal, failure or loss.',
        },
        recommendation: {
          ja: '{unit}は、所在の分からない記録媒体を速やかに調査するとともに、廃棄、故障及び紛失の都度記録し、管理簿に反映されたい。',
          en: '{unit} should investigate the missing media without delay, and record every disposal, failure and loss and carry it into the register.',
        },
      },
    },
    {
      id: 'B16',
      text: {
        ja: '定期の棚卸しをしたか',
        en: 'Has the periodic stock-take been done?',
      },
      guidance: {
        ja: '棚卸記録で直近の実施日、実施者及び差異の処理を読み、実施日を入力する。１年以内の記録がない場合や、見つかった差異が処理されていない場合は不適合とする。',
        en: 'Read date, person and treatment of differences in the latest stock-take record and enter the date. No record within a year, or differences left unresolved, does not conform.',
      },
      evidenceHint: {
        ja: '棚卸記録',
        en: 'Stock-take record',
      },
      criteria: [criteria['7.2']],
      methods: ['document-review'],
      value: { type: 'date' },
      limitDays: 365,
      finding: {
        subject: { ja: '記録媒体の棚卸し', en: 'stock-taking of recording media' },
        demand: 'improve',
        condition: {
          ja: '記録媒体の棚卸しが、{date}を最後に実施されていなかった。',
          en: 'No stock-take of recording media had been carried out since {date}.',
        },
        recommendation: {
          ja: '{unit}は、記録媒体の棚卸しを少なくとも年１回実施し、その結果及び差異の処理を記録されたい。',
          en: '{unit} should take stock of recording media at least once a year and record the result and how differences were settled.',
        },
      },
    },
  ],
}
