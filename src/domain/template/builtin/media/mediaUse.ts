// Questions B05 to B09: is every use checked, logged, approved and, when a medium changes hands, traceable?
import { criteria } from '../criteria.ts'
import type { SectionContent } from '../defineTemplate.ts'

export const mediaUse: SectionContent = {
  id: 'media.use',
  title: { ja: '使用時の検査と記録', en: 'Checks and records of use' },
  questions: [
    {
      id: 'B05',
      text: {
        ja: '媒体ごとに、使用の都度ウイルスチェックをしたか',
        en: 'Was each medium virus-checked at every use?',
      },
      guidance: {
        ja: '媒体ごとに使用簿の使用日を拾い、それぞれに検査の記録があるかを、検査結果の画面でも裏付けながら見る。検査の記録がない使用のある媒体は不適合とする。',
        en: 'For each medium take the dates of use from the usage log and find the check of each, confirming it on the scan result screen. A medium with a use that has no check on record does not conform.',
      },
      evidenceHint: {
        ja: '使用簿、検査結果の画面写真',
        en: 'Usage log; photo of the scan result',
      },
      criteria: [criteria['6.4'], criteria['4.4']],
      methods: ['document-review', 'observation'],
      value: { type: 'none' },
      perRoster: 'media',
      draftedWith: 'B01',
      role: 'virus-checked',
      finding: {
        subject: { ja: '記録媒体のウイルスチェック', en: 'virus checks of recording media' },
        demand: 'improve',
        condition: {
          ja: '保有する記録媒体（{mediaType}）{total}本のうち{failing}本について、使用時のウイルスチェックの記録がなかった。',
          en: 'Of {total} {mediaType} media held, {failing} had no record of a virus check at use.',
        },
        recommendation: {
          ja: '{unit}は、記録媒体を使用する都度ウイルスチェックを行い、その結果を使用簿に記録されたい。',
          en: '{unit} should virus-check recording media at every use and record the result in the usage log.',
        },
      },
    },
    {
      id: 'B06',
      text: {
        ja: '検査用パソコンのパターンファイルは当日最新か',
        en: "Are the checking PC's own definitions current on the day?",
      },
      guidance: {
        ja: '検査に使うパソコンのパターンファイルの日付を入力し、A02と同じ要領で撮影する。日付が監査日の前日より古ければ不適合とする。',
        en: 'Enter the date of the definition file on the PC used for checking and photograph it as in A02. A date before the day preceding the visit does not conform.',
      },
      evidenceHint: {
        ja: 'パターンファイルの日付が分かる画面写真',
        en: 'Photo of the screen showing the definition date',
      },
      criteria: [criteria['6.4']],
      methods: ['observation'],
      value: { type: 'date' },
      // This PC can fetch the daily definitions; one day allows for a file published late the day before.
      limitDays: 1,
      finding: {
        subject: { ja: '検査用パソコンのパターンファイルの更新', en: 'updating of the PC used for checking media' },
        demand: 'rectify',
        condition: {
          ja: '記録媒体の検査に用いるパソコンのパターンファイルが、{date}以降更新されていなかった（監査日現在{days}日経過）。',
          en: 'The definition file on the PC used for checking media had not been updated since {date} ({days} days).',
        },
        recommendation: {
          ja: '{unit}は、検査に用いるパソコンのパターンファイルを常に最新のものとし、検査の前にその日付を確認されたい。',
          en: '{unit} should keep the definitions on this PC current at all times and confirm their date before each check.',
        },
      },
    },
    {
      id: 'B07',
      text: {
        ja: '使用簿に使用者・日時・目的・検査結果・返却の記載があるか（10件抽出）',
        en: 'Does the usage log give user, time, purpose, check result and return (sample of ten)?',
      },
      guidance: {
        ja: '使用簿から時期の偏りなく10件を抜き出して各項目の記載を読み、不備のある件数を入力する。不備が１件でもあれば、その程度により一部不適合又は不適合とする。',
        en: 'Take ten entries spread over the period, read each field and enter the number of deficient entries. A single deficient entry is enough for partial or full nonconformity, depending on its weight.',
      },
      evidenceHint: {
        ja: '抽出した使用簿10件の写し',
        en: 'Copy of the ten log entries',
      },
      criteria: [criteria['procedure']],
      methods: ['document-review'],
      value: { type: 'number', unit: { ja: '件', en: 'entries' } },
      role: 'sample',
      sampleSize: 10,
      finding: {
        subject: { ja: '使用簿の記載', en: 'completeness of the usage log' },
        demand: 'improve',
        condition: {
          ja: '使用簿から抽出した10件のうち{value}件について、必要な項目が記載されていなかった。',
          en: 'Of ten entries sampled from the usage log, {value} lacked required fields.',
        },
        recommendation: {
          ja: '{unit}は、使用者、日時、目的、検査結果及び返却を使用簿に漏れなく記載し、記載の状況を定期的に点検されたい。',
          en: '{unit} should record user, time, purpose, check result and return of every use in full, and review the log regularly.',
        },
        sampled: {
          ja: '使用簿から抽出した{sampled}件のうち{deficient}件について、必要な項目が記載されていなかった。',
          en: 'Of {sampled} entries sampled from the usage log, {deficient} lacked required fields.',
        },
      },
    },
    {
      id: 'B08',
      text: {
        ja: '責任者の確認・承認は定めた頻度で行われているか',
        en: 'Does the responsible officer review and approve at the set frequency?',
      },
      guidance: {
        ja: '承認欄の日付を追って定めた頻度と比べ、直近の承認日を入力する。承認のない期間がある場合や、後日まとめて承認した跡がある場合は不適合とする。',
        en: 'Follow the dates in the approval column, compare them with the set frequency and enter the latest. A period without approval, or signs of approvals made in bulk afterwards, does not conform.',
      },
      evidenceHint: {
        ja: '使用簿の承認欄',
        en: 'Approval column of the usage log',
      },
      criteria: [criteria['7.2']],
      methods: ['document-review'],
      value: { type: 'date' },
      finding: {
        subject: { ja: '責任者による使用簿の確認及び承認', en: 'review and approval of the usage log' },
        demand: 'improve',
        condition: {
          ja: '使用簿の確認及び承認が、定められた頻度で行われていなかった。',
          en: 'The usage log had not been reviewed and approved at the set frequency.',
        },
        recommendation: {
          ja: '{unit}は、責任者による使用簿の確認及び承認を定められた頻度で行い、その日付を記録されたい。',
          en: '{unit} should have the responsible officer review and approve the usage log at the set frequency, with the date recorded.',
        },
      },
    },
    {
      id: 'B09',
      text: {
        ja: '受渡しは受渡簿で追えるか',
        en: 'Can every handover be traced in the handover log?',
      },
      guidance: {
        ja: '直近の受渡しを数件選び、受渡簿の相手方、日時、媒体の番号及び受領印をたどって、事業者側の控えとも照らす。相手方又は日時の分からない受渡しがあれば不適合とする。',
        en: "Choose some recent handovers and trace recipient, time, medium number and receipt in the log, and compare with the contractor's copy. A handover whose recipient or time is unknown does not conform.",
      },
      evidenceHint: {
        ja: '受渡簿、受領印のある書類',
        en: 'Handover log; signed receipt',
      },
      criteria: [criteria['4.4'], criteria['8.1']],
      methods: ['document-review'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '記録媒体の受渡し', en: 'handover of recording media' },
        demand: 'improve',
        condition: {
          ja: '記録媒体の受渡しについて、相手方又は日時が受渡簿に記録されていなかった。',
          en: 'For handovers of recording media, the recipient or the time had not been entered in the handover log.',
        },
        recommendation: {
          ja: '{unit}は、記録媒体の受渡しの都度、相手方、日時及び媒体の番号を受渡簿に記録し、受領を確認されたい。',
          en: '{unit} should enter recipient, time and medium number in the log at every handover and obtain a receipt.',
        },
      },
    },
  ],
}
