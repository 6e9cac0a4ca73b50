// Operations of every kind, as three tablets of this release write them: conflicts, removals, a sign-off and late entries among them.
// Nothing in it is random, so the same deciders write the same bytes.
import { writeFollowUpKinds } from './writeFollowUpKinds.ts'
import { anAudit, listItems, placeOf, refOf, valueOf } from '../anAudit.ts'
import { day, month } from '../day.ts'
import { TestDevice } from '../TestDevice.ts'
import { sha256ForTests } from '../sha256ForTests.ts'
import {
  decideClearJudgement,
  decideJudge,
  decideMeasureAnswer,
  decideNote,
} from '../../../src/domain/audit/decideAnswer.ts'
import { decideAdvanceAudit, decideDescribeAudit } from '../../../src/domain/audit/decideDescribeAudit.ts'
import {
  decideClassFinding,
  decidePlaceFinding,
  decideReinstateFinding,
  decideTitleFinding,
  decideWithdrawFinding,
  decideWordFinding,
} from '../../../src/domain/audit/decideFinding.ts'
import { decideIntroduce } from '../../../src/domain/audit/decideIntroduce.ts'
import { decidePlaceLate } from '../../../src/domain/audit/decidePlaceLate.ts'
import { decideRaiseFinding } from '../../../src/domain/audit/decideRaiseFinding.ts'
import { decideReopen, decideSignOff } from '../../../src/domain/audit/decideSignOff.ts'
import { draftFinding } from '../../../src/domain/audit/draftFinding.ts'
import { decideRenewMachine } from '../../../src/domain/audit/currencyCheck.ts'
import {
  decideCompleteReconciliation,
  decideReopenReconciliation,
} from '../../../src/domain/audit/decideCompleteReconciliation.ts'
import {
  decideDescribeMedium,
  decideKeepMedium,
  decideNoteHandover,
} from '../../../src/domain/audit/decideDescribeMedium.ts'
import { decideImportItems } from '../../../src/domain/audit/decideImportItems.ts'
import { decidePair, decideUnpair } from '../../../src/domain/audit/decidePair.ts'
import { decideSight, decideUnsight } from '../../../src/domain/audit/decideSight.ts'
import {
  newEvidenceId,
  newItemId,
  type FindingId,
  type ItemId,
  type MeasureId,
} from '../../../src/domain/audit/entityIds.ts'
import { decideAttachEvidence, decideDeriveEvidence } from '../../../src/domain/audit/evidence.ts'
import { decideDrawSample, decideExaminePick, decideWithdrawSample } from '../../../src/domain/audit/sample.ts'
import { findingParts } from '../../../src/domain/audit/auditVocabulary.ts'
import {
  decideAddMeasure,
  decideRemoveMeasure,
  decideScheduleMeasure,
  type Schedule,
} from '../../../src/domain/audit/measure.ts'
import { answerOf } from '../../../src/domain/audit/questionStatus.ts'
import { decideRemoveItem } from '../../../src/domain/audit/roster.ts'
import { must } from '../../../src/domain/must.ts'
import type { EntityId, PersonId } from '../../../src/domain/oplog/Dot.ts'
import { deviceIdOf } from '../../../src/domain/oplog/deviceIdOf.ts'
import type { EncodedOperation } from '../../../src/domain/oplog/Operation.ts'
import { dotsOf } from '../../../src/domain/oplog/Register.ts'

const finding = 'finding:corpus-finding-000001' as FindingId
const measure = (n: number) => `measure:corpus-measure-00000${String(n)}` as MeasureId
const evidence = newEvidenceId('corpus-evidence-0001')
const photo = {
  sha256: sha256ForTests('a photo'),
  size: 123_456,
  mediaType: 'image/jpeg',
  name: 'IMG_0001.jpg',
  capturedAt: '2026-04-01T09:00:00Z',
}
const tabletName = (n: number) => deviceIdOf(`corpus key ${String(n)}`, sha256ForTests)

/** In the order of a server's log: whatever an operation had seen comes before it. */
export function writeEveryKind(): readonly EncodedOperation[] {
  const tanaka = anAudit(tabletName(1))
  const sato = new TestDevice(tabletName(2))
  prepare(tanaka)
  answer(tanaka)
  examine(tanaka)
  sato.seeAllOf(tanaka)
  disagree(tanaka, sato)
  settle(tanaka, sato)
  report(tanaka)
  follow(tanaka)
  writeFollowUpKinds(tanaka, { finding, measure: measure(1) })
  const before = tanaka.encoded.length
  const late = signAndPlace(tanaka, sato)
  return [
    ...tanaka.encoded.slice(0, before),
    ...sato.encoded.slice(0, late),
    ...tanaka.encoded.slice(before),
    ...sato.encoded.slice(late),
  ]
}

function prepare(by: TestDevice): void {
  by.write(decideIntroduce(by.document.state, { id: 'person-tanaka' as PersonId, name: '監査　花子' }))
  const changed = decideDescribeAudit(by.audit.header, {
    team: ['監査　花子', '点検　次郎'],
    reportNo: '報告監６の第８号',
    chapter: 3,
    unit: '健康福祉局',
    subject: '予約システムの情報セキュリティ対策',
    visitOn: day('2026-04-01'),
    noticeOn: null,
  })
  by.write(valueOf(changed))
  by.write(decideAdvanceAudit(by.audit.header, 'fieldwork'))
  const [, second] = listItems(by, 'media', ['ＵＳＢメモリ', 'ＣＤ－Ｒ'])
  by.write(decideRemoveItem(must(by.document.entity(must(second, 'an item')), 'the item')))
}

function answer(by: TestDevice): void {
  by.write(decideJudge(answerOf(by.audit, refOf('A02')), 'nonconforming', '令和４年から更新なし'))
  by.write(decideJudge(answerOf(by.audit, refOf('A03')), 'conforming'))
  by.write(decideClearJudgement(answerOf(by.audit, refOf('A03'))))
  by.write(decideNote(answerOf(by.audit, refOf('A02')), '端末３台\nうち１台は停止中'))
  for (const value of [
    { type: 'number', number: 4.5 },
    { type: 'date', on: day('2022-06-30') },
    { type: 'dates', on: [day('2022-06-30'), null] },
    { type: 'text', text: '“引用”と\u2028改行' },
    { type: 'elements', present: ['method', 'cycle'] },
    { type: 'none' },
  ] as const)
    by.write(decideMeasureAnswer(answerOf(by.audit, refOf('A06')), value))
  by.write(
    decideAttachEvidence(evidence, { ...photo, supports: 'answer:antivirus/A02' as EntityId }, '定義ファイルの日付'),
  )
}

/** A register taken in, media found, linked and lost, a sample, a machine that was replaced, a marked-up photo. */
function examine(by: TestDevice): void {
  const rows = ['USB-健保-014', 'CDR-健保-003', 'USB-健保-020'].map((tag, index) => {
    const details = [{ label: '登録日', value: '令和３年４月' }]
    return { row: index + 2, tag, name: '白 32GB', serial: `0781-5583-014${String(index)}`, details }
  })
  const items = rows.map((_, index) => newItemId(`corpus-entry-00000${String(index + 1)}`))
  const unused = [...items]
  const target = { roster: 'media', source: 'register' } as const
  by.write(decideImportItems(by.audit, target, rows, () => must(unused.shift(), 'an id')).drafts)
  const [found, bare] = [newItemId('corpus-found-0000001'), newItemId('corpus-found-0000002')]
  by.write(valueOf(decideSight(by.audit, { how: 'scanned', code: '0781-5583-0140', format: 'code_128' }, found)))
  by.write(valueOf(decideSight(by.audit, { how: 'typed', code: '4C53-0001-27B8', format: '' }, found)))
  by.write(valueOf(decideSight(by.audit, { how: 'unnumbered', code: '', format: '' }, bare)))
  const item = (id: ItemId | undefined) => must(id && by.audit.items.get(id), 'an item')
  by.write(decideUnsight(by.audit, item(items[0])))
  by.write(decideDescribeMedium(item(found), 'ＵＳＢメモリ 16GB'))
  by.write(decideKeepMedium(item(found), '執務室 キャビネット２段目'))
  by.write(decideNoteHandover(item(found), 'logged'))
  by.write(valueOf(decidePair(by.audit, item(bare), item(items[1]))))
  by.write(decideUnpair(by.audit, item(bare)))
  by.write(decideCompleteReconciliation(by.audit))
  by.write(decideReopenReconciliation(by.audit))
  const [machine] = listItems(by, 'machines', ['業務端末'])
  by.write(decideRenewMachine(item(machine), month('2022-01')))
  const sampled = refOf('B07')
  const population = { population: 120, size: 3, randomInt: () => 0 }
  by.write(valueOf(decideDrawSample(by.audit, sampled, population)))
  by.write(decideExaminePick(by.audit, { ...sampled, pick: 1 }, { outcome: 'deficient', note: '返却の記載なし' }))
  by.write(decideWithdrawSample(by.audit, sampled))
  const copy = { ...photo, sha256: sha256ForTests('a marked-up photo'), name: 'IMG_0001（書込み）.png' }
  by.write(valueOf(decideDeriveEvidence(by.audit, evidence, { id: newEvidenceId('corpus-evidence-0002'), file: copy })))
}

/** Two judgements, the same judgement twice, and a removal beside an edit. */
function disagree(tanaka: TestDevice, sato: TestDevice): void {
  sato.write(decideJudge(answerOf(sato.audit, refOf('A04')), 'partial', '一部の端末'))
  tanaka.write(decideJudge(answerOf(tanaka.audit, refOf('A04')), 'conforming'))
  for (const device of [tanaka, sato])
    device.write(decideJudge(answerOf(device.audit, refOf('A05')), 'not-checked', '停電'))
  const seen = dotsOf(tanaka.document.entity(evidence))
  tanaka.write([{ kind: 'evidence-removed', entity: evidence, supersedes: seen, body: {} }])
  sato.write([{ kind: 'evidence-captioned', entity: evidence, supersedes: seen.slice(1), body: { text: '更新日' } }])
}

function settle(tanaka: TestDevice, sato: TestDevice): void {
  tanaka.seeAllOf(sato)
  tanaka.write(decideJudge(answerOf(tanaka.audit, refOf('A04')), 'partial', '一部の端末（確認済み）'))
}

function report(by: TestDevice): void {
  const drafted = draftFinding([placeOf('A02')], { audit: by.audit, language: 'ja', today: day('2026-04-01') })
  by.write(valueOf(decideRaiseFinding(by.audit, finding, drafted)))
  const raised = () => must(by.audit.findings.get(finding), 'the finding')
  by.write(decidePlaceFinding(raised(), 1.5))
  by.write(decideTitleFinding(raised(), { subject: '定義ファイルの更新', demand: 'rectify' }))
  by.write(decideClassFinding(raised(), 'opinion'))
  for (const part of findingParts) by.write(decideWordFinding(raised(), part, `${part}の文`))
  by.write(valueOf(decideWithdrawFinding(raised(), '重複のため')))
  by.write(decideReinstateFinding(raised()))
}

function follow(by: TestDevice): void {
  const schedules: readonly Schedule[] = [
    { kind: 'measure-completed', body: { doneOn: day('2026-05-10') } },
    { kind: 'measure-planned', body: { plannedOn: month('2026-09') } },
    { kind: 'measure-considered', body: {} },
    { kind: 'measure-declined', body: { reason: '廃止予定のため' } },
  ]
  schedules.forEach((schedule, index) => {
    const id = measure(index + 1)
    by.write(decideAddMeasure(by.audit, finding, { id, type: 'prevention', text: '手順を改めた。' }))
    by.write(decideScheduleMeasure(must(by.audit.measures.get(id), 'the measure'), schedule))
  })
  const last = measure(4)
  by.write(decideRemoveMeasure(must(by.audit.measures.get(last), 'it'), must(by.document.entity(last), 'it')))
}

/** Returns how many of sato's operations the server had before the sign-off. */
function signAndPlace(tanaka: TestDevice, sato: TestDevice): number {
  tanaka.write(decideAdvanceAudit(tanaka.audit.header, 'drafting'))
  tanaka.write(valueOf(decideSignOff(tanaka.document)))
  tanaka.write(valueOf(decideReopen(tanaka.document, '追加の確認')))
  tanaka.write(valueOf(decideSignOff(tanaka.document)))
  const known = sato.encoded.length
  sato.write(decideNote(answerOf(sato.audit, refOf('A07')), '署名後に届くメモ'))
  sato.write(decideNote(answerOf(sato.audit, refOf('A08')), '反映しないメモ'))
  sato.write(decideNote(answerOf(sato.audit, refOf('A09')), '待っているメモ'))
  tanaka.seeAllOf(sato)
  const [first, second] = [...tanaka.document.state.late.keys()]
  const place = (dot: typeof first, placement: 'taken' | 'set-aside', reason: string) =>
    tanaka.write(valueOf(decidePlaceLate(tanaka.document.state, [must(dot, 'a late entry')], { placement, reason })))
  place(first, 'taken', '現地で確認済み')
  place(second, 'set-aside', '重複')
  return known
}
