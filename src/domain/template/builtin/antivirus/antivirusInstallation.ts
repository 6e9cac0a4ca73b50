// Questions A01 to A03: is the software there, current and supported?
import { criteria } from '../criteria.ts'
import type { SectionContent } from '../defineTemplate.ts'

export const antivirusInstallation: SectionContent = {
  id: 'antivirus.installation',
  title: { ja: '導入と版の状況', en: 'Installation and versions' },
  questions: [
    {
      id: 'A01',
      text: {
        ja: '全ての対象機器にウイルス対策ソフトが入っているか',
        en: 'Is antivirus software installed on every machine in scope?',
      },
      guidance: {
        ja: '機器台帳と現物を突き合わせ、台帳にない機器は対象に加えた上で、各機器の画面で対策ソフトの動作を確かめる。未導入で例外の承認もない機器は不適合とする。',
        en: 'Match the asset list to the machines in the room, add any machine it omits, and see the software running on each. A machine without the software and without an approved exception does not conform.',
      },
      evidenceHint: {
        ja: '機器台帳、各機器の対策ソフトの画面写真',
        en: "Asset list; photo of the software's screen on each machine",
      },
      criteria: [criteria['6.4']],
      methods: ['observation', 'document-review'],
      value: { type: 'none' },
      perRoster: 'machines',
      finding: {
        subject: { ja: 'ウイルス対策ソフトの導入', en: 'installation of antivirus software' },
        demand: 'rectify',
        condition: {
          ja: '対象機器{total}台のうち{failing}台に、ウイルス対策ソフトが導入されていなかった。',
          en: '{failing} of {total} machines in scope had no antivirus software installed.',
        },
        recommendation: {
          ja: '{unit}は、全ての対象機器にウイルス対策ソフトを速やかに導入し、その導入状況を機器台帳により管理されたい。',
          en: '{unit} should install antivirus software on every machine in scope without delay and track its installation in the asset list.',
        },
      },
    },
    {
      id: 'A02',
      text: {
        ja: 'パターンファイルの日付は許容日数以内か',
        en: 'Is the date of the definition file within the allowed age?',
      },
      guidance: {
        ja: '機器ごとに版情報の画面を開き、パターンファイルの日付を読み取って入力する。監査日までの日数が許容日数を超える機器は不適合とし、機器の時計がずれているときはその差を所見に残す。',
        en: 'Open the version screen on each machine and enter the date of the definition file. A machine whose file is older than the allowed number of days on the day of the visit does not conform; note how far its clock is off, if it is.',
      },
      evidenceHint: {
        ja: '版、日付、ホスト名及び時計が１枚に写る写真',
        en: 'One photo per machine showing version, date, host name and clock',
      },
      criteria: [criteria['6.4']],
      methods: ['observation'],
      value: { type: 'date' },
      perRoster: 'machines',
      // Vendors publish daily, but machines without a network are updated by hand, usually monthly: an older file means
      // that at least one round was missed. Where the unit has approved another cycle, the auditor judges by that one.
      limitDays: 30,
      role: 'definition-date',
      // The quarterly round of machines that are updated by hand.
      cycleMonths: [2, 5, 8, 11],
      finding: {
        subject: { ja: 'ウイルス対策ソフトの更新', en: 'updating of antivirus software' },
        demand: 'rectify',
        condition: {
          ja: 'ウイルス対策ソフトのパターンファイルについて、{total}台のうち{failing}台が{date}以降更新されていなかった（監査日現在{days}日経過、基準{limit}日以内）。',
          en: 'On {failing} of {total} machines the definition file had not been updated since {date} ({days} days, limit {limit}).',
        },
        recommendation: {
          ja: '{unit}は、パターンファイルを定期的に更新し、その実施を記録・確認できる仕組みを早急に構築されたい。',
          en: '{unit} should set up and evidence a regular update routine without delay.',
        },
        sinceRenewal: {
          ja: 'ウイルス対策ソフトのパターンファイルについて、{total}台のうち{failing}台が{renewed}の機器更新以降更新されていなかった（ファイルの日付は{date}、監査日現在{days}日経過、基準{limit}日以内）。',
          en: 'On {failing} of {total} machines the definition file had not been updated since the machines were replaced in {renewed} (dated {date}, {days} days, limit {limit}).',
        },
      },
    },
    {
      id: 'A03',
      text: {
        ja: '対策ソフト本体はサポート期間内の版か',
        en: 'Is the version of the software itself still supported?',
      },
      guidance: {
        ja: '版情報の画面で本体の版を確かめ、提供元の資料で保守終了日を調べて入力する。監査日に保守終了日を過ぎていれば、パターンファイルが新しくても不適合とする。',
        en: "Read the version on the version screen, find its end-of-support date in the vendor's notice and enter it. If that date had passed on the day of the visit, the version does not conform, however recent the definition file.",
      },
      evidenceHint: {
        ja: '版情報の画面写真、保守終了日の分かる資料',
        en: 'Photo of the version screen; end-of-support notice',
      },
      criteria: [criteria['6.4'], criteria['6.3']],
      methods: ['observation', 'document-review'],
      value: { type: 'date' },
      finding: {
        subject: { ja: 'ウイルス対策ソフト本体の版の管理', en: 'supported versions of antivirus software' },
        demand: 'rectify',
        condition: {
          ja: 'ウイルス対策ソフトの本体に、{date}に提供元のサポートが終了した版が使用されていた。',
          en: 'The antivirus software in use was a version whose vendor support had ended on {date}.',
        },
        recommendation: {
          ja: '{unit}は、ウイルス対策ソフトをサポート期間内の版へ速やかに移行し、以後は保守終了日を把握して計画的に更新されたい。',
          en: '{unit} should move to a supported version without delay, and from then on track end-of-support dates and plan upgrades ahead of them.',
        },
      },
    },
  ],
}
