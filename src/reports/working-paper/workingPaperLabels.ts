// The fixed words of the working paper in both languages.
import type { RemarkType } from '../../domain/audit/auditVocabulary.ts'
import type { Language } from '../../domain/template/Localised.ts'
import type { HistoryStanding, LateLine } from './WorkingPaperRecords.ts'

type Part = 'overview' | 'open' | 'answers' | 'objects' | 'samples' | 'findings' | 'evidence' | 'history' | 'chains'
type Columns = readonly (readonly string[])[]

export interface WorkingPaperLabels {
  readonly title: string
  readonly parts: Readonly<Record<Part, string>>
  readonly checklists: string
  readonly version: (title: string, version: string) => string
  readonly signOff: string
  readonly notSigned: string
  readonly signed: (who: string, answered: string, questions: string) => string
  readonly reopened: (who: string, reason: string) => string
  readonly unanswered: string
  readonly notChecked: string
  readonly conflicts: string
  readonly late: string
  readonly lateState: Readonly<Record<LateLine['state'], string>>
  readonly withoutReason: string
  readonly answerColumns: Columns
  readonly criteria: string
  readonly methods: string
  readonly value: string
  readonly reason: string
  readonly note: string
  readonly evidence: string
  readonly judgement: string
  readonly ofItems: (answered: string, asked: string) => string
  readonly objectColumns: Columns
  readonly mediaColumns: Columns
  readonly listing: string
  readonly sighting: string
  readonly serial: string
  readonly renewed: string
  readonly kind: string
  readonly storage: string
  readonly present: string
  readonly absent: string
  readonly code: string
  readonly removedButEdited: string
  readonly linkedTo: (entry: string) => string
  readonly reconciled: string
  readonly notReconciled: string
  readonly drawnOf: (population: string, picks: string) => string
  readonly drawn: string
  readonly results: string
  readonly withdrawnSample: string
  readonly pickColumns: Columns
  readonly findingFacts: Readonly<
    Record<
      | 'kind'
      | 'stage'
      | 'lead'
      | 'criteria'
      | 'conditions'
      | 'cause'
      | 'effect'
      | 'recommendation'
      | 'questions'
      | 'evidence'
      | 'withdrawal',
      string
    >
  >
  readonly severity: string
  readonly review: Readonly<
    Record<
      | 'approval'
      | 'approved'
      | 'sentBack'
      | 'factCheck'
      | 'agreed'
      | 'objected'
      | 'submission'
      | 'submitted'
      | 'returned'
      | 'remarks'
      | 'owner'
      | 'verified',
      string
    >
  > & { readonly remark: Readonly<Record<RemarkType, string>> }
  readonly measuresOf: (number: string) => string
  readonly measureColumns: Columns
  readonly measureNth: (number: string, place: string) => string
  readonly findingNth: (number: string) => string
  readonly itemOf: (question: string, item: string) => string
  readonly evidenceColumns: Columns
  readonly evidenceNth: (number: string) => string
  readonly taken: string
  readonly recorded: string
  readonly markedUp: (original: string) => string
  readonly missingPicture: string
  readonly historyColumns: Columns
  readonly historyText: string
  readonly historyCut: string
  readonly settledFrom: (count: string) => string
  readonly standing: Readonly<Record<Exclude<HistoryStanding, 'counts'>, string>>
  readonly chainColumns: Columns
  readonly chainText: string
  readonly device: (id: string) => string
  readonly by: (author: string, moment: string) => string
}

const ja: WorkingPaperLabels = {
  title: '監査調書',
  parts: {
    overview: '１　監査の概要',
    open: '２　確認・確定していない事項',
    answers: '３　点検の結果',
    objects: '４　点検の対象と照合',
    samples: '５　抽出した記録',
    findings: '６　指摘等',
    evidence: '７　証跡',
    history: '８　変更の履歴',
    chains: '９　記録の連鎖',
  },
  checklists: '点検表',
  version: (title, version) => `${title}（第${version}版）`,
  signOff: '点検結果への署名',
  notSigned: '署名はまだない。',
  signed: (who, answered, questions) => `${who} ${questions}項目のうち${answered}項目に回答`,
  reopened: (who, reason) => `署名後に再開 ${who} 理由：${reason}`,
  unanswered: '未回答の項目',
  notChecked: '未確認とした項目とその理由',
  conflicts: '記入が分かれ、確定していない事項',
  late: '署名の後に届いた記入',
  lateState: { waiting: '扱いが決まっていない', 'set-aside': '反映しないこととした' },
  withoutReason: '理由の記入なし',
  answerColumns: [['項目'], ['点検項目・対象'], ['判定'], ['値・理由・所見・証跡'], ['記録した者・日時']],
  criteria: '基準：',
  methods: '方法：',
  value: '値：',
  reason: '理由：',
  note: '所見：',
  evidence: '証跡：',
  judgement: '判定',
  ofItems: (answered, asked) => `対象${asked}件のうち${answered}件を判定`,
  objectColumns: [['番号'], ['名称'], ['出所'], ['詳細'], ['記録した者・日時']],
  mediaColumns: [
    ['番号・名称'],
    ['出所'],
    ['照合の', '結果'],
    ['ウイルス', 'チェック'],
    ['詳細・証跡'],
    ['記録した者・日時'],
  ],
  listing: '一覧',
  sighting: '現物',
  serial: '製造番号：',
  renewed: '機器更新：',
  kind: '種類・容量：',
  storage: '保管場所：',
  present: '記載あり：',
  absent: '記載なし：',
  code: '読み取った番号：',
  removedButEdited: '削除と編集が重なっている。',
  linkedTo: (entry) => `管理簿の項目：${entry}`,
  reconciled: '照合を完了した。',
  notReconciled: '照合はまだ完了していない。',
  drawnOf: (population, picks) => `全体${population}件から、次の番号の記録を抽出した。 ${picks}`,
  drawn: '抽出した記録',
  results: '結果',
  withdrawnSample: '抽出は取り消された。',
  pickColumns: [['記録の番号'], ['結果'], ['所見'], ['記録した者・日時']],
  findingFacts: {
    kind: '区分・求める内容',
    stage: '段階',
    lead: '前文',
    criteria: '基準',
    conditions: '事実',
    cause: '原因',
    effect: '影響',
    recommendation: '勧告（指摘事項）',
    questions: '関連する点検項目',
    evidence: '証跡',
    withdrawal: '取下げの理由',
  },
  severity: '重要度',
  review: {
    approval: '承認',
    approved: '承認',
    sentBack: '差し戻し',
    factCheck: '事実確認',
    agreed: '事実に相違ない。',
    objected: '異議あり。',
    submission: '措置の提出',
    submitted: '提出',
    returned: '差し戻し',
    remarks: 'やり取り',
    owner: '担当：',
    verified: '確認済',
    remark: { comment: '【コメント】', question: '【質問】', answer: '【回答】' },
  },
  measuresOf: (number) => `${number}の措置`,
  measureColumns: [['種別'], ['措置内容'], ['措置分類'], ['措置日', '（予定日）'], ['記録した者・日時']],
  measureNth: (number, place) => `${place} 措置${number}`,
  findingNth: (number) => `指摘${number}`,
  itemOf: (question, item) => `${question} ${item}`,
  evidenceColumns: [['番号'], ['ファイル名・説明'], ['何の証跡か'], ['撮影・記録'], ['大きさ'], ['SHA-256']],
  evidenceNth: (number) => `証跡${number}`,
  taken: '撮影：',
  recorded: '記録：',
  markedUp: (original) => `${original}に書き込んだ写し`,
  missingPicture: '画像はこの端末にない。',
  historyColumns: [['日時・記録した者・端末'], ['対象・項目'], ['記入の内容']],
  historyText: '記入の全てを記録の順に掲げる。日時は各端末の時計による。',
  historyCut: 'この端末には、これより前の履歴が保存されていない。',
  settledFrom: (count) => `次の${count}通りの記入から確定した。`,
  standing: {
    parallel: '【未確定：ほかの記入がある。】',
    late: '【署名の後に届いた記入。結果に反映していない。】',
    'set-aside': '【署名の後に届いた記入。反映しないと決めた。】',
    unknown: '【新しい版の記入。この版では読めない。】',
    refused: '【サーバーに受け付けられていない。】',
    unsent: '【サーバーへ未送信】',
  },
  chainColumns: [['端末'], ['記入の数'], ['最後の記入のSHA-256']],
  chainText:
    '記入は、端末ごとに、一つ前の記入のSHA-256を含む鎖として残る。次の値は鎖の端であり、これより前の記入を変えると値が合わなくなる。',
  device: (id) => `端末${id}`,
  by: (author, moment) => `${author} ${moment}`,
}

const en: WorkingPaperLabels = {
  title: 'Audit working paper',
  parts: {
    overview: '1  The audit',
    open: '2  Not yet checked or settled',
    answers: '3  Results of the checks',
    objects: '4  Objects checked, and their reconciliation',
    samples: '5  Entries drawn',
    findings: '6  Findings',
    evidence: '7  Evidence',
    history: '8  History of changes',
    chains: '9  Chains of entries',
  },
  checklists: 'Checklists',
  version: (title, version) => `${title} (version ${version})`,
  signOff: 'Sign-off of the checks',
  notSigned: 'Not signed off yet.',
  signed: (who, answered, questions) => `${who}; ${answered} of ${questions} items answered`,
  reopened: (who, reason) => `Taken up again: ${who}. Reason: ${reason}`,
  unanswered: 'Items not answered',
  notChecked: 'Items not checked, with the reason',
  conflicts: 'Differing entries, not settled',
  late: 'Entries that came after the sign-off',
  lateState: { waiting: 'not decided on', 'set-aside': 'not taken into account' },
  withoutReason: 'no reason given',
  answerColumns: [
    ['Item'],
    ['Question, object'],
    ['Judgement'],
    ['Value, reason, note, evidence'],
    ['Recorded by, on'],
  ],
  criteria: 'Criteria: ',
  methods: 'Methods: ',
  value: 'Value: ',
  reason: 'Reason: ',
  note: 'Note: ',
  evidence: 'Evidence: ',
  judgement: 'Judgement',
  ofItems: (answered, asked) => `${answered} of ${asked} objects judged`,
  objectColumns: [['Number'], ['Name'], ['Known from'], ['Details'], ['Recorded by, on']],
  mediaColumns: [
    ['Number, name'],
    ['Known from'],
    ['Reconcil-', 'iation'],
    ['Virus', 'checks'],
    ['Details, evidence'],
    ['Recorded by, on'],
  ],
  listing: 'Listing',
  sighting: 'Sighting',
  serial: 'Serial number: ',
  renewed: 'Replaced: ',
  kind: 'Kind, capacity: ',
  storage: 'Kept at: ',
  present: 'Set out: ',
  absent: 'Not set out: ',
  code: 'Number read: ',
  removedButEdited: 'Removed by one person and edited by another.',
  linkedTo: (entry) => `Entry of the register: ${entry}`,
  reconciled: 'The reconciliation is complete.',
  notReconciled: 'The reconciliation is not complete yet.',
  drawnOf: (population, picks) => `Drawn from ${population} entries in all: ${picks}`,
  drawn: 'Entries drawn',
  results: 'Results',
  withdrawnSample: 'The sample was withdrawn.',
  pickColumns: [['Entry'], ['Result'], ['Note'], ['Recorded by, on']],
  findingFacts: {
    kind: 'Class, demand',
    stage: 'Stage',
    lead: 'Opening',
    criteria: 'Criteria',
    conditions: 'Condition',
    cause: 'Cause',
    effect: 'Effect',
    recommendation: 'Recommendation',
    questions: 'Linked items',
    evidence: 'Evidence',
    withdrawal: 'Reason for withdrawing',
  },
  severity: 'severity',
  review: {
    approval: 'Review',
    approved: 'Approved',
    sentBack: 'Sent back:',
    factCheck: 'Fact confirmation',
    agreed: 'The facts are agreed.',
    objected: 'Objected:',
    submission: 'Submission of measures',
    submitted: 'Submitted',
    returned: 'Returned:',
    remarks: 'Remarks',
    owner: 'Owner: ',
    verified: 'Verified:',
    remark: { comment: 'Comment:', question: 'Question:', answer: 'Answer:' },
  },
  measuresOf: (number) => `Measures for ${number}`,
  measureColumns: [['Type'], ['Measure'], ['Class'], ['Date', '(planned)'], ['Recorded by, on']],
  measureNth: (number, place) => `${place}, measure ${number}`,
  findingNth: (number) => `Finding ${number}`,
  itemOf: (question, item) => `${question}: ${item}`,
  evidenceColumns: [['No.'], ['File, caption'], ['Evidence of'], ['Taken, recorded'], ['Size'], ['SHA-256']],
  evidenceNth: (number) => `Evidence ${number}`,
  taken: 'Taken: ',
  recorded: 'Recorded: ',
  markedUp: (original) => `Marked-up copy of ${original}`,
  missingPicture: 'The picture is not on this tablet.',
  historyColumns: [['When, by whom, tablet'], ['What'], ['Entry']],
  historyText: 'Every entry, in the order of the log. Times are those of the tablets’ clocks.',
  historyCut: 'Earlier history is not kept on this tablet.',
  settledFrom: (count) => `Settled from these ${count} entries:`,
  standing: {
    parallel: '[Not settled: another entry stands beside it.]',
    late: '[Came after the sign-off; not taken into account.]',
    'set-aside': '[Came after the sign-off; set aside by decision.]',
    unknown: '[Of a newer release; this one cannot read it.]',
    refused: '[Not accepted by the server.]',
    unsent: '[Not sent to the server yet.]',
  },
  chainColumns: [['Tablet'], ['Entries'], ['SHA-256 of the last entry']],
  chainText:
    'Entries form a chain for each tablet: each holds the SHA-256 of the one before. These are the ends of the chains; a change to any earlier entry would no longer lead to them.',
  device: (id) => `Tablet ${id}`,
  by: (author, moment) => `${author}, ${moment}`,
}

export const workingPaperLabels: Readonly<Record<Language, WorkingPaperLabels>> = { ja, en }
