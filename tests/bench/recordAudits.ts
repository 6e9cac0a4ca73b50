// Generated audits as a server holds them: signed pushes of a device each, and the same as rows for the baselines.
import { decideNote } from '../../src/domain/audit/decideAnswer.ts'
import { newFindingId, newMeasureId } from '../../src/domain/audit/entityIds.ts'
import { firstDraft } from '../../src/domain/audit/draftFor.ts'
import { decideOpenAudit } from '../../src/domain/audit/decideOpenAudit.ts'
import { answerOf } from '../../src/domain/audit/questionStatus.ts'
import { must } from '../../src/domain/must.ts'
import { pushResponse, type PushRequest } from '../../src/protocol/push.ts'
import { DemoDevice } from '../../src/server/demo/DemoDevice.ts'
import {
  asPlainAnswer,
  benchInstant,
  benchTemplate,
  decideSample,
  generateAudits,
  type PlainAnswer,
  type SampleAudit,
} from './generateAudits.ts'
import type { PlainOperation } from './page/PlainDexie.ts'

export interface RecordedAudits {
  readonly streams: readonly string[]
  readonly pushes: readonly PushRequest[]
  /** The same answers and the same operations as rows, for the baselines. */
  readonly answers: readonly PlainAnswer[]
  readonly operations: readonly PlainOperation[]
}

/** Takes a while, in one go: a server in the same process would find itself too busy, so it is started afterwards. */
export function recordAudits(audits: readonly SampleAudit[]): RecordedAudits {
  const devices = audits.map(recordAudit)
  return {
    streams: devices.map(({ stream }) => stream),
    pushes: devices.flatMap((device) => device.pushes()),
    answers: audits.flatMap(({ answers }, index) => {
      const { stream } = must(devices[index], 'a device an audit')
      return answers.map((answer) => asPlainAnswer(stream, answer))
    }),
    operations: devices.flatMap(rowsOf),
  }
}

/** One audit into which so many operations were written, by editing its notes again and again. */
export function recordGrownAudit(operations: number): DemoDevice {
  const [sample] = generateAudits(operations, 1)
  const { subject, answers } = must(sample, 'an audit')
  const device = openRecordedAudit(subject)
  for (let written = 0; written < operations; written += 1) {
    const { question, note } = must(answers[written % answers.length], 'an answer')
    const answer = answerOf(device.audit, { template: benchTemplate, question })
    device.record(decideNote(answer, `${String(written)} ${note}`), benchInstant)
  }
  return device
}

/** One audit with so many findings and, shared out among them, so many measures. */
export function recordReportAudit(size: { readonly findings: number; readonly measures: number }): DemoDevice {
  const device = openRecordedAudit('報告書のベンチマーク')
  const text = '管理簿に載っていなかった4本を、令和5年12月5日に登録した。以後は四半期ごとに管理簿と現物を突き合わせる。'
  for (let number = 1; number <= size.findings; number += 1) {
    const id = newFindingId(`finding-${String(number)}`)
    const texts = { lead: '対象を調べたところ、次の事実が認められた。', recommendation: '速やかに改められたい。' }
    device.record(
      [
        firstDraft(id, 'finding-raised', { questions: [] }),
        firstDraft(id, 'finding-placed', { position: number }),
        firstDraft(id, 'finding-titled', { subject: `記録媒体の管理（${String(number)}）`, demand: 'improve' }),
        firstDraft(id, 'finding-lead-worded', { text: texts.lead }),
        firstDraft(id, 'finding-conditions-worded', { text: `${text}\n${text}` }),
        firstDraft(id, 'finding-recommendation-worded', { text: texts.recommendation }),
      ],
      benchInstant,
    )
  }
  for (let number = 0; number < size.measures; number += 1) {
    const id = newMeasureId(`measure-${String(number)}`)
    const finding = newFindingId(`finding-${String((number % size.findings) + 1)}`)
    device.record(
      [
        firstDraft(id, 'measure-placed', { finding, type: 'correction', position: number }),
        firstDraft(id, 'measure-worded', { text }),
        firstDraft(id, 'measure-considered', {}),
      ],
      benchInstant,
    )
  }
  return device
}

function rowsOf(device: DemoDevice): PlainOperation[] {
  const sent = device.pushes().flatMap(({ batches }) => batches.flatMap(({ ops }) => ops))
  return sent.map((operation, index) => ({ stream: device.stream, version: index + 1, ...operation }))
}

/** Through the server's own door. */
export async function pushAudits(origin: string, { pushes }: Pick<RecordedAudits, 'pushes'>): Promise<void> {
  for (const push of pushes) await send(origin, push)
}

const auditor = '監査　花子'

function recordAudit({ subject, answers }: SampleAudit): DemoDevice {
  const device = openRecordedAudit(subject)
  for (const answer of answers) device.record(decideSample(device.audit, answer), benchInstant)
  return device
}

function openRecordedAudit(subject: string): DemoDevice {
  const device = new DemoDevice(auditor)
  const templates = [{ template: benchTemplate, version: 1 }]
  const wish = { subject, unit: '情報政策課', reportNo: 'B-1', chapter: 1, templates, team: [auditor], visitOn: null }
  const opened = decideOpenAudit(wish)
  if (!opened.ok) throw new Error(opened.error)
  device.record(opened.value, benchInstant)
  return device
}

/** Making audits holds up whatever else runs in this process; a server there says so for a moment. */
const busy = 503
const busyMs = 1_000

async function send(origin: string, push: PushRequest): Promise<void> {
  const response = await fetch(`${origin}/sync/v1/push`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(push),
  })
  if (response.status === busy) {
    await new Promise((resolve) => setTimeout(resolve, busyMs))
    return send(origin, push)
  }
  const { results } = pushResponse.parse(await response.json())
  const isTaken = results.every(({ verdicts }) => verdicts.every(({ verdict }) => verdict === 'acked'))
  if (!isTaken) throw new Error('The server did not take the generated audits.')
}
