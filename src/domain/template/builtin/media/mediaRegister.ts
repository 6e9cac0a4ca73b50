// Questions B01 to B04: does the register know every medium, and does every medium carry its number?
import { criteria } from '../criteria.ts'
import type { SectionContent } from '../defineTemplate.ts'

export const mediaRegister: SectionContent = {
  id: 'media.register',
  title: { ja: '管理簿への登録と表示', en: 'Registration and labelling' },
  questions: [
    {
      id: 'B01',
      text: {
        ja: '現物の数と管理簿の登録数は一致するか',
        en: 'Does the number of media found equal the number in the register?',
      },
      guidance: {
        ja: '保管場所や机の中から媒体を全て集めて並べ、一つずつ管理簿の登録と照らす。登録のない現物は不適合とし、現物のない登録はB15で所在を確かめる。',
        en: 'Collect all media from cabinets and desks, lay them out and match each to an entry in the register. A medium without an entry does not conform; an entry without a medium is followed up in B15.',
      },
      evidenceHint: {
        ja: '全ての媒体を並べた写真、管理簿の該当頁',
        en: 'Photo of all media laid out; register page',
      },
      criteria: [criteria['4.4']],
      methods: ['observation', 'document-review'],
      // No number to type: both counts are the roster's own, and a second figure could only contradict it.
      value: { type: 'none' },
      perRoster: 'media',
      role: 'registered',
      finding: {
        subject: { ja: '記録媒体の管理', en: 'management of recording media' },
        demand: 'improve',
        condition: {
          ja: '保有する記録媒体（{mediaType}）{total}本のうち{failing}本が管理簿に登録されず、{unchecked}本についてウイルスチェックの記録がなかった。',
          en: 'Of {total} {mediaType} media held, {failing} were not in the register and {unchecked} had no virus-check record.',
        },
        recommendation: {
          ja: '{unit}は、保有する記録媒体を速やかに管理簿へ登録し、使用の都度ウイルスチェックを行い記録されたい。',
          en: '{unit} should register all media promptly and check and record every use.',
        },
        alone: {
          condition: {
            ja: '保有する記録媒体（{mediaType}）{total}本のうち{failing}本が管理簿に登録されていなかった。',
            en: 'Of {total} {mediaType} media held, {failing} were not in the register.',
          },
          recommendation: {
            ja: '{unit}は、未登録の記録媒体を速やかに管理簿へ登録し、現物と管理簿の一致を定期的に確認されたい。',
            en: '{unit} should register the missing media promptly and verify regularly that media and register agree.',
          },
        },
      },
    },
    {
      id: 'B02',
      text: {
        ja: '各媒体に管理番号シールがあり、番号が管理簿と一致するか',
        en: 'Does each medium carry a label whose number matches the register?',
      },
      guidance: {
        ja: '媒体を手に取り、シールの番号を管理簿の番号及び品名と照らす。シールのないもの、番号の読めないもの及び番号が重なるものは不適合とする。',
        en: 'Take each medium in hand and compare the number on its label with number and product in the register. A missing, illegible or duplicate number does not conform.',
      },
      evidenceHint: {
        ja: '番号が読める媒体ごとの接写',
        en: 'Close-up of each label, number legible',
      },
      criteria: [criteria['media-rule-6']],
      methods: ['observation'],
      value: { type: 'none' },
      perRoster: 'media',
      role: 'labelled',
      finding: {
        subject: { ja: '記録媒体の管理番号の表示', en: 'labelling of recording media' },
        demand: 'improve',
        condition: {
          ja: '記録媒体{total}本のうち{failing}本に、管理簿と一致する管理番号が表示されていなかった。',
          en: '{failing} of {total} media carried no label matching the register.',
        },
        recommendation: {
          ja: '{unit}は、全ての記録媒体に管理番号シールを貼付し、管理簿の番号と一致していることを定期的に確認されたい。',
          en: '{unit} should label every medium with its register number and verify regularly that the two match.',
        },
      },
    },
    {
      id: 'B03',
      text: {
        ja: '取得時に情報セキュリティ責任者へ報告したか',
        en: 'Was each acquisition reported to the information security officer?',
      },
      guidance: {
        ja: '購入又は譲受けの書類の日付、責任者への報告日及び管理簿の登録日を並べて順序を見る。報告より先に使い始めた媒体や、取得の経緯が分からない媒体があれば不適合とする。',
        en: 'Set side by side the dates of purchase or transfer, of the report to the officer and of the register entry. A medium used before it was reported, or whose origin cannot be shown, does not conform.',
      },
      evidenceHint: {
        ja: '購入又は譲受けの書類、管理簿の登録日',
        en: 'Purchase or transfer papers; entry date in the register',
      },
      criteria: [criteria['4.4'], criteria['media-rule-4']],
      methods: ['document-review', 'inquiry'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '記録媒体の取得時の報告', en: 'reporting of newly acquired media' },
        demand: 'improve',
        condition: {
          ja: '取得した記録媒体について、情報セキュリティ責任者に報告しないまま使用が始められていた。',
          en: 'Newly acquired media had been put to use without a report to the information security officer.',
        },
        recommendation: {
          ja: '{unit}は、記録媒体を取得したときは、使用を始める前に情報セキュリティ責任者へ報告し、管理簿に登録されたい。',
          en: '{unit} should report newly acquired media to the information security officer and register them before use.',
        },
      },
    },
    {
      id: 'B04',
      text: {
        ja: '管理簿の必須項目は埋まっているか',
        en: 'Are the required fields of the register complete?',
      },
      guidance: {
        ja: '管理番号、種別、登録日、保管場所、管理者など、様式が必須とする欄を媒体ごとに読む。空欄のある媒体及び現状と異なる記載のある媒体は不適合とする。',
        en: 'For each medium read the fields the form requires, such as number, type, entry date, place and keeper. An empty field, or one that no longer holds true, does not conform.',
      },
      evidenceHint: {
        ja: '管理簿の写し',
        en: 'Copy of the register',
      },
      criteria: [criteria['4.4']],
      methods: ['document-review'],
      value: { type: 'none' },
      perRoster: 'media',
      finding: {
        subject: { ja: '管理簿の記載', en: 'completeness of the media register' },
        demand: 'improve',
        condition: {
          ja: '管理簿において、記録媒体{total}本のうち{failing}本の必須項目が正しく記載されていなかった。',
          en: 'In the register, the required fields were incomplete or wrong for {failing} of {total} media.',
        },
        recommendation: {
          ja: '{unit}は、管理簿の必須項目を漏れなく記載し、変更があったときは速やかに修正されたい。',
          en: '{unit} should complete every required field of the register and correct it promptly when something changes.',
        },
      },
    },
  ],
}
