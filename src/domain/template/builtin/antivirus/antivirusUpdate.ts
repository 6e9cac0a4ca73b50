// Questions A04 to A07: how updates reach machines that cannot fetch them, and whether the records of it are true.
import { criteria } from '../criteria.ts'
import type { SectionContent } from '../defineTemplate.ts'

export const antivirusUpdate: SectionContent = {
  id: 'antivirus.update',
  title: { ja: '更新の手順と実施', en: 'Update procedure and practice' },
  questions: [
    {
      id: 'A04',
      text: {
        ja: '自動更新できない機器の手動更新手順書があるか',
        en: 'Is there a written procedure for updating by hand the machines that cannot update themselves?',
      },
      guidance: {
        ja: '手順書に入手先、作業の手順、周期、担当者及び記録の方法が定められ、現在の機器構成に合っているかを読む。口頭の引継ぎしかない場合や、担当者が手順書の所在を知らない場合は不適合とする。',
        en: 'Read whether the procedure names the source, steps, cycle, person in charge and way of recording, and fits the machines now in use. Word of mouth alone, or a procedure the person in charge cannot find, does not conform.',
      },
      evidenceHint: {
        ja: '手順書の表紙及び改訂履歴',
        en: 'Cover and revision history of the procedure',
      },
      criteria: [criteria['6.4']],
      methods: ['document-review', 'inquiry'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '手動更新の手順の整備', en: 'procedure for manual updates' },
        demand: 'improve',
        condition: {
          ja: '自動更新できない機器について、手動で更新する手順が文書で定められておらず、更新を続けられる仕組みが整えられていなかった。',
          en: 'For machines that cannot update automatically there was no written procedure, and so no mechanism for keeping them updated.',
        },
        recommendation: {
          ja: '{unit}は、自動更新できない機器の更新手順書を作成し、担当者、周期及び記録の方法を定めて運用されたい。',
          en: '{unit} should write a procedure for updating these machines and put it into practice, with a person in charge, a cycle and a way of recording.',
        },
      },
    },
    {
      id: 'A05',
      text: {
        ja: '管理表どおり直近４回の更新が行われたか',
        en: 'Were the last four updates carried out as scheduled in the update sheet?',
      },
      guidance: {
        ja: '管理表の予定日と実施日を直近４回分読み取り、実施日を入力する。理由の記載なく予定の周期から遅れた回や、承認印のない回があれば不適合とする。',
        en: 'Read planned and actual dates of the last four rounds and enter the actual ones. A round that came late without a stated reason, or that nobody signed off, does not conform.',
      },
      evidenceHint: {
        ja: '管理表（実施日及び承認印の写る頁）',
        en: 'Update sheet with its dates and sign-offs',
      },
      criteria: [criteria['procedure']],
      methods: ['document-review'],
      value: { type: 'dates', slots: 4 },
      finding: {
        subject: { ja: 'ウイルス対策ソフトの更新周期の遵守', en: 'keeping to the antivirus update cycle' },
        demand: 'improve',
        condition: {
          ja: '直近４回の更新作業について、管理表に定めた周期が守られていなかった。',
          en: 'The last four rounds of updates had not kept to the cycle set in the update sheet.',
        },
        recommendation: {
          ja: '{unit}は、管理表に定めた周期で更新作業を行い、行えないときはその理由と代わりの実施日を記録されたい。',
          en: '{unit} should carry out updates in the cycle set in the update sheet and, where it cannot, record the reason and the substitute date.',
        },
      },
    },
    {
      id: 'A06',
      text: {
        ja: '管理表の日付は機器の更新履歴と一致するか',
        en: "Do the dates in the update sheet agree with the machines' update logs?",
      },
      guidance: {
        ja: '機器の更新履歴を画面に出して管理表と並べ、実施日ごとに更新の跡をたどる。履歴に跡のない実施日があれば不適合とし、機器の時計のずれによる差は所見に残す。',
        en: 'Bring up the update log on the machine, lay the sheet beside it and trace each date. A date without a trace in the log does not conform; note differences that come from a wrong machine clock.',
      },
      evidenceHint: {
        ja: '更新履歴の画面と管理表を並べた対照写真',
        en: 'Photo of the update log beside the sheet',
      },
      criteria: [criteria['7.2']],
      methods: ['reperformance'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '更新記録の正確性', en: 'accuracy of update records' },
        demand: 'improve',
        condition: {
          ja: '管理表に記載された更新作業の実施日が、機器の更新履歴と一致していなかった。',
          en: "The dates recorded in the update sheet did not agree with the machines' update logs.",
        },
        recommendation: {
          ja: '{unit}は、更新作業の都度、機器の更新履歴を確かめた上で管理表に記録し、記録の正確性を確保されたい。',
          en: '{unit} should check the update log of the machine before recording each update, so that the sheet can be relied on.',
        },
      },
    },
    {
      id: 'A07',
      text: {
        ja: '更新ファイルは正規の経路で入手し、媒体を検査して持ち込んだか',
        en: 'Were update files obtained from a genuine source and brought in on checked media?',
      },
      guidance: {
        ja: '更新ファイルの入手元及び入手日時の記録と、持込みに使った媒体の検査結果を使用簿でたどる。入手の記録と検査の記録のどちらかが欠けていれば不適合とする。',
        en: 'Trace where and when the files were obtained, and in the usage log the check of the medium that carried them. If either record is missing, it does not conform.',
      },
      evidenceHint: {
        ja: '更新ファイルの入手記録、媒体の使用簿',
        en: 'Download record; media usage log',
      },
      criteria: [criteria['6.4'], criteria['4.4']],
      methods: ['document-review', 'inquiry'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '更新ファイルの入手及び持込み', en: 'obtaining and bringing in update files' },
        demand: 'improve',
        condition: {
          ja: '更新ファイルの入手元又は持込みに使った媒体の検査結果が記録されていなかった。',
          en: 'The source of update files, or the check of the media that carried them, had not been recorded.',
        },
        recommendation: {
          ja: '{unit}は、更新ファイルを正規の経路で入手し、検査した媒体で持ち込むとともに、入手元と検査結果を記録されたい。',
          en: '{unit} should obtain update files from a genuine source, bring them in on checked media, and record both source and check.',
        },
      },
    },
  ],
}
