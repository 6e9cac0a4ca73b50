// Questions A08 to A10: does the software scan, and does anybody look at what it says?
import { criteria } from '../criteria.ts'
import type { SectionContent } from '../defineTemplate.ts'

export const antivirusScan: SectionContent = {
  id: 'antivirus.scan',
  title: { ja: '検査の実施と検知の確認', en: 'Scanning and detections' },
  questions: [
    {
      id: 'A08',
      text: {
        ja: '常時検査が有効で、利用者が停止できない設定か',
        en: 'Is real-time scanning on and locked so that users cannot stop it?',
      },
      guidance: {
        ja: '各機器の設定画面で常時検査が有効なことを見て、利用者の権限では停止できないことを確かめる。無効の機器及び利用者が停止できる機器は不適合とする。',
        en: "See on each machine's settings screen that real-time scanning is on, and that an ordinary user cannot stop it. A machine where it is off, or where a user can stop it, does not conform.",
      },
      evidenceHint: {
        ja: '各機器の設定画面の写真',
        en: 'Photo of the settings screen of each machine',
      },
      criteria: [criteria['6.4']],
      methods: ['observation'],
      value: { type: 'none' },
      perRoster: 'machines',
      finding: {
        subject: { ja: '常時検査の設定', en: 'real-time scanning' },
        demand: 'rectify',
        condition: {
          ja: '対象機器{total}台のうち{failing}台で、ウイルス対策ソフトの常時検査が無効であるか、利用者が停止できる設定であった。',
          en: 'On {failing} of {total} machines in scope, real-time scanning was off or could be stopped by the user.',
        },
        recommendation: {
          ja: '{unit}は、全ての対象機器で常時検査を有効にし、利用者が設定を変更できないよう速やかに制限されたい。',
          en: '{unit} should switch real-time scanning on for every machine in scope and lock the setting against users without delay.',
        },
      },
    },
    {
      id: 'A09',
      text: {
        ja: '定期の全体検査が実施され、結果が残っているか',
        en: 'Are periodic full scans carried out and their results kept?',
      },
      guidance: {
        ja: '検査結果の画面で直近の全体検査の日付、範囲及び終了の状態を読み、その日付を入力する。予定の設定があるだけで、完了した結果が残っていない場合は不適合とする。',
        en: 'Read date, scope and outcome of the latest full scan on the result screen and enter the date. A schedule without a completed result does not conform.',
      },
      evidenceHint: {
        ja: '全体検査の結果画面の写真',
        en: 'Photo of the scan result screen',
      },
      criteria: [criteria['6.4']],
      methods: ['observation', 'document-review'],
      value: { type: 'date' },
      finding: {
        subject: { ja: '定期の全体検査', en: 'periodic full scans' },
        demand: 'improve',
        condition: {
          ja: 'ウイルス対策ソフトによる定期の全体検査が、定められたとおりに実施されていなかった。',
          en: 'Periodic full scans with the antivirus software had not been carried out as laid down.',
        },
        recommendation: {
          ja: '{unit}は、全体検査の周期を定めて実施し、その結果を保存されたい。',
          en: '{unit} should set a cycle for full scans, carry them out and keep the results.',
        },
      },
    },
    {
      id: 'A10',
      text: {
        ja: '検知・失敗の記録を担当者が見ているか',
        en: 'Does the person in charge review detections and failures?',
      },
      guidance: {
        ja: '検知及び更新失敗の記録を画面に出し、誰がいつ見て何をしたかを、確認簿と担当者への聞き取りでたどる。確認や対応の跡がない記録があれば不適合とする。',
        en: 'Bring up the detections and failed updates, and trace in the review log and by asking who saw them, when, and what was done. An entry that nobody reviewed or acted on does not conform.',
      },
      evidenceHint: {
        ja: '確認簿、聞き取りメモ',
        en: 'Review log; interview note',
      },
      criteria: [criteria['6.4'], criteria['7.2']],
      methods: ['document-review', 'inquiry'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '検知記録の確認', en: 'review of detections' },
        demand: 'improve',
        condition: {
          ja: 'ウイルスの検知及び更新の失敗に関する記録が、担当者により確認されていなかった。',
          en: 'Records of detections and failed updates had not been reviewed by the person in charge.',
        },
        recommendation: {
          ja: '{unit}は、検知及び失敗の記録を定期的に確認する担当者を定め、確認の結果と対応を記録されたい。',
          en: '{unit} should name a person who reviews these records regularly, and record the review and what was done.',
        },
      },
    },
  ],
}
