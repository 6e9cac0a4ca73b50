import { describe, expect, test } from 'vitest'
import { decideJudge, decideNote } from '../../../../src/domain/audit/decideAnswer.ts'
import { firstDraft } from '../../../../src/domain/audit/draftFor.ts'
import { newEvidenceId, newFindingId } from '../../../../src/domain/audit/entityIds.ts'
import { decideAttachEvidence } from '../../../../src/domain/audit/evidence.ts'
import { questionPlaces } from '../../../../src/domain/audit/progressOf.ts'
import { answerOf } from '../../../../src/domain/audit/questionStatus.ts'
import type { DeviceId } from '../../../../src/domain/oplog/Dot.ts'
import { builtinTemplates } from '../../../../src/domain/template/builtinTemplates.ts'
import { workingPaperDocument } from '../../../../src/reports/working-paper/workingPaperDocument.ts'
import type { WorkingPaperRecords } from '../../../../src/reports/working-paper/WorkingPaperRecords.ts'
import { findingDrafts } from '../../../fixtures/reports/followUpAudit.ts'
import { anAudit, listItems, refOf } from '../../../support/anAudit.ts'
import { reportSource } from '../../../support/reports/reportSource.ts'
import { rowsOf, tableOf, textOfDocument } from '../../../support/reports/textOfDocument.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

const noRecords: WorkingPaperRecords = { conflicts: [], late: [], history: [], isHistoryWhole: true, chainEnds: [] }
const sha256 = 'q8Zq3m1H0n9sTqkq6n1o7s8vT2w3x4y5z6A7B8C9D0E'
const written = { author: '田中', device: 'tablet-1234' as DeviceId, at: '2023-10-24T05:32:00.000Z', offset: null }

function paperOf(device: TestDevice, records: Partial<WorkingPaperRecords> = {}) {
  const source = { ...reportSource(device.audit), minutesEastOf: () => 540 }
  return workingPaperDocument(source, { ...noRecords, ...records })
}

function answered(): TestDevice {
  const device = anAudit()
  device.write(decideJudge(answerOf(device.audit, refOf('A04')), 'nonconforming'))
  device.write(decideNote(answerOf(device.audit, refOf('A04')), '更新の日付は3か月前だった。'))
  return device
}

describe('workingPaperDocument', () => {
  test('every question stands in it, the unanswered ones too', () => {
    const text = textOfDocument(paperOf(anAudit()))
    for (const { question } of questionPlaces(builtinTemplates)) expect(text).toContain(question.id)
    expect(text).toContain('未回答')
  })

  test('an answer stands with its note, who recorded it and when', () => {
    const tables = paperOf(answered()).blocks.flatMap((block) => (block.type === 'table' ? rowsOf(block) : []))
    const row = tables.find(([id]) => id === 'A04')
    expect(row?.[2]).toBe('不適合')
    expect(row?.[3]).toBe('所見：更新の日付は３か月前だった。')
    expect(row?.[4]).toMatch(/令和５年10月24日 14:32$/)
  })

  test('a question asked of objects has a row for each of them', () => {
    const device = anAudit()
    listItems(device, 'media', ['USBメモリ（白）', 'USBメモリ（青）'])
    const rows = paperOf(device).blocks.flatMap((block) => (block.type === 'table' ? rowsOf(block) : []))
    expect(rows.filter(([id]) => id === 'B01').map((row) => row[1]?.split('\n')[0])).toEqual([
      expect.any(String),
      'media-1　USBメモリ（白）',
      'media-2　USBメモリ（青）',
    ])
  })

  test('two versions of a note stand side by side with their authors, and make it a draft', () => {
    const [tanaka, sato] = [anAudit(), new TestDevice('sato')]
    sato.seeAllOf(tanaka)
    tanaka.write(decideNote(answerOf(tanaka.audit, refOf('A07')), '良好。'))
    sato.write(decideNote(answerOf(sato.audit, refOf('A07')), '一部に不備。'))
    tanaka.seeAllOf(sato)
    const text = textOfDocument(paperOf(tanaka))
    expect(text).toContain('【未確定：２通りの記入がある。】')
    expect(text).toMatch(/所見：良好。（.*令和５年10月24日 14:32）/)
    expect(text).toMatch(/所見：一部に不備。（/)
  })

  test('a finding stands with all five parts; one not written says so', () => {
    const device = answered()
    const id = newFindingId('f1')
    device.write([
      ...findingDrafts(id, {
        position: 1,
        subject: '更新',
        demand: 'rectify',
        lead: '調べた。',
        conditions: '更新がない。',
        recommendation: '更新されたい。',
      }),
      firstDraft(id, 'finding-criteria-worded', { text: '対策基準 6.4' }),
      firstDraft(id, 'finding-effect-worded', { text: '感染のおそれ。' }),
    ])
    const facts = paperOf(device).blocks.find(
      (block) => block.type === 'facts' && block.entries.some(({ label }) => label === '基準'),
    )
    const entries = facts?.type === 'facts' ? facts.entries : []
    const texts = new Map(entries.map(({ label, paragraphs }) => [label, paragraphs.map(({ text }) => text).join()]))
    expect(
      [...texts].filter(([label]) => ['基準', '事実', '原因', '影響', '勧告（指摘事項）'].includes(label)),
    ).toEqual([
      ['基準', '対策基準 6.4'],
      ['事実', '更新がない。'],
      ['原因', '（未記入）'],
      ['影響', '感染のおそれ。'],
      ['勧告（指摘事項）', '更新されたい。'],
    ])
  })

  test('evidence stands with its file, size and SHA-256, and is named where it supports', () => {
    const device = answered()
    device.write(
      decideAttachEvidence(
        newEvidenceId('photo'),
        {
          supports: answerOf(device.audit, refOf('A04')).id,
          sha256,
          size: 204_800,
          mediaType: 'image/jpeg',
          name: 'IMG_0001.jpg',
          capturedAt: '2023-10-24T05:31:00.000Z',
        },
        '管理画面',
      ),
    )
    const document = paperOf(device)
    const [row] = rowsOf(tableOf(document, '証跡'))
    expect(row?.[1]).toBe('IMG_0001.jpg\n管理画面')
    expect(row?.[3]).toMatch(/^撮影：令和５年10月24日 14:31/)
    expect(row?.[4]).toBe('205 kB\n(204,800 B)')
    expect(row?.[5]).toBe(sha256)
    expect(textOfDocument(document)).toContain('証跡：証跡１')
    expect(document.blocks.find(({ type }) => type === 'picture')).toMatchObject({ sha256, caption: '証跡１ 管理画面' })
  })

  test('the history tells each entry, and both versions of a settled conflict', () => {
    const line = { ...written, place: 'A07 媒体', field: '所見', standing: 'counts' as const }
    const document = paperOf(anAudit(), {
      history: [
        {
          ...line,
          words: '一部に不備。',
          settledFrom: [
            { ...written, words: '良好。' },
            { ...written, author: '佐藤', words: '一部に不備。' },
          ],
        },
      ],
      chainEnds: [{ device: written.device, n: 12, hash: sha256 }],
    })
    const [row] = rowsOf(tableOf(document, '変更の履歴'))
    expect(row?.[2]).toMatch(/^一部に不備。\n次の２通りの記入から確定した。\n良好。（田中.*\n一部に不備。（佐藤/)
    expect(rowsOf(tableOf(document, '記録の連鎖'))).toEqual([['端末tablet-1', '12', sha256]])
  })

  test('a tablet that does not hold all of the history says so', () => {
    expect(textOfDocument(paperOf(anAudit(), { isHistoryWhole: false }))).toContain(
      'これより前の履歴が保存されていない',
    )
  })

  test('open conflicts and late entries stand at the front', () => {
    const place = { place: 'A07 媒体', field: '所見' }
    const text = textOfDocument(
      paperOf(anAudit(), {
        conflicts: [{ ...place, versions: [{ ...written, words: '良好。' }] }],
        late: [{ ...place, ...written, words: '遅れた記入', state: 'waiting' }],
      }),
    )
    expect(text.indexOf('遅れた記入')).toBeGreaterThan(-1)
    expect(text.indexOf('遅れた記入')).toBeLessThan(text.indexOf('３　点検の結果'))
  })
})
