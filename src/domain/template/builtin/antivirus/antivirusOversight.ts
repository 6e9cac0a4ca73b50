// Questions A11 to A15: who would notice, who takes over, who pays, and who knows what to do.
import { criteria } from '../criteria.ts'
import type { SectionContent } from '../defineTemplate.ts'

export const antivirusOversight: SectionContent = {
  id: 'antivirus.oversight',
  title: { ja: '管理体制と契約', en: 'Oversight and contracts' },
  questions: [
    {
      id: 'A11',
      text: {
        ja: '更新漏れに業務管理者が気付けるか',
        en: 'Would the system manager notice a missed update?',
      },
      guidance: {
        ja: '業務管理者に直近の更新の状況を尋ね、答えを進捗管理表の確認欄と照らす。作業者からの報告を待つだけで、漏れを自ら知る手段がない場合は不適合とする。',
        en: 'Ask the system manager how the latest updates went and compare the answer with the sign-offs in the progress sheet. If the manager depends on being told and has no way of seeing a gap, it does not conform.',
      },
      evidenceHint: {
        ja: '進捗管理表、聞き取りメモ',
        en: 'Progress sheet; interview note',
      },
      criteria: [criteria['7.2']],
      methods: ['inquiry', 'document-review'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '更新作業の進捗管理', en: 'oversight of update work' },
        demand: 'improve',
        condition: {
          ja: '業務管理者が更新作業の進捗を把握しておらず、更新漏れに気付くことのできる体制が整えられていなかった。',
          en: 'The system manager did not follow the progress of updates, and nothing would have brought a missed update to light.',
        },
        recommendation: {
          ja: '{unit}は、更新の予定と実績を業務管理者が定期的に確認し、更新漏れを把握できる体制を整備されたい。',
          en: '{unit} should have the system manager compare planned and actual updates regularly, so that a missed one is noticed.',
        },
      },
    },
    {
      id: 'A12',
      text: {
        ja: '機器の入替え時に更新作業を引き継ぐ項目があるか',
        en: 'Does the replacement of machines include handing over the update work?',
      },
      guidance: {
        ja: '直近の移行又は検収のチェック票に、更新作業の担当者と手順の引継ぎ及び入替え後の初回更新の項目があるかを見る。項目がない場合や、初回更新の跡を確認できない場合は不適合とする。',
        en: 'See whether the latest migration or acceptance checklist hands over person and procedure and asks for the first update after replacement. If it does not, or that first update left no trace, it does not conform.',
      },
      evidenceHint: {
        ja: '移行又は検収のチェック票',
        en: 'Migration or acceptance checklist',
      },
      criteria: [criteria['6.3'], criteria['8.2']],
      methods: ['document-review', 'inquiry'],
      value: { type: 'none' },
      finding: {
        subject: {
          ja: '機器の入替え時における更新作業の引継ぎ',
          en: 'handover of update work when machines are replaced',
        },
        demand: 'improve',
        condition: {
          ja: '機器の入替えに当たり、ウイルス対策ソフトの更新作業が引き継がれていなかった。',
          en: 'When machines were replaced, the work of updating the antivirus software had not been handed over.',
        },
        recommendation: {
          ja: '{unit}は、機器の移行及び検収の確認項目に更新作業の引継ぎを加え、入替え後の初回の更新を確認されたい。',
          en: '{unit} should add the handover of update work to its migration and acceptance checks and confirm the first update after replacement.',
        },
      },
    },
    {
      id: 'A13',
      text: {
        ja: '導入できない機器に代替策と例外承認があるか',
        en: 'Where the software cannot be installed, is there a compensating control and an approved exception?',
      },
      guidance: {
        ja: '例外承認書の対象機器、理由、期限及び代替策を読み、代替策が現地で働いているかを見る。承認がないもの及び期限を過ぎたものは不適合とし、該当する機器がなければ対象外とする。',
        en: 'Read machine, reason, expiry and compensating control in the approval, and see that the control works on site. A missing or expired approval does not conform; if there is no such machine, it is not applicable.',
      },
      evidenceHint: {
        ja: '例外承認書',
        en: 'Exception approval',
      },
      criteria: [criteria['7.4']],
      methods: ['document-review', 'observation'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '例外措置の承認', en: 'approval of exceptions' },
        demand: 'rectify',
        condition: {
          ja: 'ウイルス対策ソフトを導入していない機器について、例外措置の承認を得ていなかった。',
          en: 'Machines without antivirus software were in use without an approved exception.',
        },
        recommendation: {
          ja: '{unit}は、ウイルス対策ソフトを導入できない機器について代替策を講じた上で、例外措置の承認を速やかに申請されたい。',
          en: '{unit} should put a compensating control in place for these machines and apply for approval of the exception without delay.',
        },
      },
    },
    {
      id: 'A14',
      text: {
        ja: 'ライセンスと保守契約に更新作業が含まれ、期限内か',
        en: 'Do the licence and the maintenance contract cover updating, and are they in force?',
      },
      guidance: {
        ja: 'ライセンス証書の満了日を入力し、契約書及び仕様書で更新作業を誰が行うかを確かめる。期限が切れている場合や、更新作業が契約にも職員の分担にもない場合は不適合とする。',
        en: 'Enter the expiry date of the licence and find in contract and specification who does the updating. If anything has expired, or updating is neither in a contract nor assigned to staff, it does not conform.',
      },
      evidenceHint: {
        ja: 'ライセンス証書、契約書及び仕様書の該当頁',
        en: 'Licence; matching pages of contract and specification',
      },
      criteria: [criteria['8.2']],
      methods: ['document-review'],
      value: { type: 'date' },
      finding: {
        subject: {
          ja: 'ライセンス及び保守契約における更新作業の取扱い',
          en: 'updating under licence and maintenance contract',
        },
        demand: 'improve',
        condition: {
          ja: 'ウイルス対策ソフトの更新作業が、有効なライセンス及び保守契約の範囲に含まれていなかった。',
          en: 'Updating the antivirus software was not covered by a licence and maintenance contract in force.',
        },
        recommendation: {
          ja: '{unit}は、ライセンス及び保守契約の期限を管理するとともに、更新作業の実施者を契約等において明確にされたい。',
          en: '{unit} should track the expiry of licence and contract and lay down in writing who does the updating.',
        },
      },
    },
    {
      id: 'A15',
      text: {
        ja: '感染時の初動手順を担当者が説明できるか',
        en: 'Can staff explain the first response to an infection?',
      },
      guidance: {
        ja: '感染が疑われるときの切離し、連絡先及び報告の順序を、手順書を見ずに説明してもらう。手順書と食い違う場合や、連絡先を答えられない場合は不適合とする。',
        en: 'Have staff explain, without looking it up, how to isolate the machine, whom to call and in what order to report. An account that contradicts the procedure, or no answer on whom to call, does not conform.',
      },
      evidenceHint: {
        ja: '掲示された手順書の写真、聞き取りメモ',
        en: 'Photo of the posted procedure; interview note',
      },
      criteria: [criteria['5.2'], criteria['5.3']],
      methods: ['inquiry'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '感染時の初動手順の周知', en: 'staff knowledge of the first response to an infection' },
        demand: 'improve',
        condition: {
          ja: '担当者が感染時の連絡先及び対応の順序を説明できず、初動手順が周知されていなかった。',
          en: 'Staff could not explain whom to call and what to do first: the response procedure was not known to them.',
        },
        recommendation: {
          ja: '{unit}は、感染時の初動手順を職員に周知し、定期的な訓練により徹底されたい。',
          en: '{unit} should make the response procedure known to its staff and keep it so by regular exercises.',
        },
      },
    },
  ],
}
