// Makes up audits for the benchmarks: 40 sections × 25 questions, each judged, with a note of 0–120 characters. The same seed, the same audits.
import type { AuditDraft } from '../../src/domain/audit/auditKinds.ts'
import type { Audit } from '../../src/domain/audit/Audit.ts'
import { judgements, type Judgement } from '../../src/domain/audit/auditVocabulary.ts'
import { decideJudge, decideNote } from '../../src/domain/audit/decideAnswer.ts'
import { answerEntity } from '../../src/domain/audit/entityIds.ts'
import { answerOf } from '../../src/domain/audit/questionStatus.ts'
import type { QuestionId, TemplateId } from '../../src/domain/template/Template.ts'

export interface SampleAnswer {
  readonly question: QuestionId
  readonly judgement: Judgement
  readonly reason: string
  readonly note: string
}

export interface SampleAudit {
  readonly subject: string
  readonly answers: readonly SampleAnswer[]
}

export const benchTemplate = 'bench' as TemplateId
const sections = 40
export const questionsPerSection = 25
const longestNote = 120

/** Numbers from 0 up to 1, evenly spread, the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function generateAudits(seed: number, count: number): readonly SampleAudit[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, index) => ({
    subject: `ベンチマーク監査 ${String(index + 1)}`,
    answers: questionIds().map((question) => generateAnswer(question, random)),
  }))
}

export function questionIds(): QuestionId[] {
  return Array.from({ length: sections * questionsPerSection }, (_, index) => {
    const section = Math.floor(index / questionsPerSection) + 1
    const question = (index % questionsPerSection) + 1
    return `S${String(section).padStart(2, '0')}.Q${String(question).padStart(2, '0')}` as QuestionId
  })
}

function generateAnswer(question: QuestionId, random: () => number): SampleAnswer {
  const judgement = random() < 0.7 ? 'conforming' : pick(judgements, random)
  const reason = judgement === 'not-checked' ? pick(japanese, random) : ''
  return { question, judgement, reason, note: generateNote(Math.floor(random() * (longestNote + 1)), random) }
}

/** Two notes of three are Japanese. */
function generateNote(length: number, random: () => number): string {
  const words = random() < 2 / 3 ? japanese : english
  let note = ''
  while (note.length < length) note += pick(words, random)
  return note.slice(0, length)
}

function pick<Value>(values: readonly [Value, ...Value[]], random: () => number): Value {
  return values[Math.floor(random() * values.length)] ?? values[0]
}

const japanese = [
  'サーバ室の端末を確認した。',
  '定義ファイルは前日の日付である。',
  '管理簿に記載のない媒体が棚にあった。',
  '担当者の説明と記録が一致する。',
  '施錠されている。',
  '月次の点検表に確認印がない。',
  '委託先の作業計画書に対応時間の定めがある。',
  '鍵の受け渡しを帳票で確かめた。',
  '更新の失敗が二日続いている。',
  '聞き取りのみで、証跡は未入手。',
] as const

const english = [
  'Checked at the rack. ',
  'Signature file dated yesterday. ',
  'No entry in the register for this stick. ',
  'Interview only, evidence to follow. ',
  'Locked; key log complete. ',
  'Monthly sheet lacks a countersign. ',
  'Plan names a response time. ',
  'Two updates in a row failed. ',
] as const

/** What a person who gives this answer has decided, as the audit stands. */
export function decideSample(audit: Audit, { question, judgement, reason, note }: SampleAnswer): readonly AuditDraft[] {
  const answer = answerOf(audit, { template: benchTemplate, question })
  return [...decideJudge(answer, judgement, reason), ...decideNote(answer, note)]
}

/** An answer as a program without a log would keep it: one row with everything. */
export interface PlainAnswer {
  readonly id: string
  readonly audit: string
  readonly question: string
  readonly judgement: string
  readonly reason: string
  readonly note: string
  readonly author: string
  readonly at: string
}

export const benchAuthor = 'bench-author'
export const benchInstant = '2026-04-01T09:00:00.000Z'

export function asPlainAnswer(audit: string, sample: SampleAnswer): PlainAnswer {
  const id = `${audit}/${answerEntity({ template: benchTemplate, question: sample.question })}`
  return { id, audit, ...sample, author: benchAuthor, at: benchInstant }
}
