// Random histories of one audit on three tablets, sign-offs, reopenings and placements among them, for property tests.
import fc from 'fast-check'
import { TestDevice } from './TestDevice.ts'
import { decideJudge, decideNote } from '../../src/domain/audit/decideAnswer.ts'
import { decideAdvanceAudit } from '../../src/domain/audit/decideDescribeAudit.ts'
import { decidePlaceLate } from '../../src/domain/audit/decidePlaceLate.ts'
import { auditKinds } from '../../src/domain/audit/auditKinds.ts'
import { auditEntity, type AnswerRef, type ItemId } from '../../src/domain/audit/entityIds.ts'
import { judgements } from '../../src/domain/audit/auditVocabulary.ts'
import { answerOf } from '../../src/domain/audit/questionStatus.ts'
import { decideListItem, decideRemoveItem } from '../../src/domain/audit/roster.ts'
import { foldOperations } from '../../src/domain/oplog/foldOperations.ts'
import type { KindTable } from '../../src/domain/oplog/KindTable.ts'
import type { FoldableOperation, Operation, OperationDraft } from '../../src/domain/oplog/Operation.ts'
import { emptyStreamState, placements, type StreamState } from '../../src/domain/oplog/StreamState.ts'
import type { QuestionId, TemplateId } from '../../src/domain/template/Template.ts'

const device = fc.nat(2)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('judge' as const),
      device,
      question: fc.nat(1),
      judgement: fc.constantFrom(...judgements),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('note' as const),
      device,
      question: fc.nat(1),
      text: fc.constantFrom('', '一', '二'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('list' as const), device }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('remove' as const), device }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('advance' as const),
      device,
      state: fc.constantFrom('drafting' as const, 'reported' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('sign' as const), device }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('reopen' as const), device }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('place' as const),
      device,
      which: fc.nat(3),
      placement: fc.constantFrom(...placements),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('see' as const),
      device,
      other: fc.nat(2),
      part: fc.constantFrom(50, 100, 100),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** What three tablets have written. Nobody checks the heads that their sign-offs cite: folding must bear any of them. */
export const auditHistory = (maxLength = 60): fc.Arbitrary<readonly Operation[]> =>
  fc.array(step, { maxLength }).map((steps) => {
    const devices = ['p', 'q', 'r'].map((name) => new TestDevice(name))
    for (const each of steps) {
      const by = devices[each.device]
      if (by !== undefined) perform(by, each, devices)
    }
    return devices.flatMap(({ written }) => written)
  })

const item = 'item:i' as ItemId
const ref = (question: number): AnswerRef => ({
  template: 'antivirus' as TemplateId,
  question: `A0${String(question + 1)}` as QuestionId,
})

function perform(by: TestDevice, each: Step, devices: readonly TestDevice[]): void {
  if (each.act !== 'see') {
    by.write(draftsOf(by, each))
    return
  }
  const written = devices[each.other]?.written ?? []
  by.see(written.slice(0, Math.ceil((written.length * each.part) / 100)))
}

function draftsOf(by: TestDevice, each: Exclude<Step, { act: 'see' }>): readonly OperationDraft[] {
  switch (each.act) {
    case 'judge':
      return decideJudge(answerOf(by.audit, ref(each.question)), each.judgement)
    case 'note':
      return decideNote(answerOf(by.audit, ref(each.question)), each.text)
    case 'list': {
      const listed = decideListItem(by.audit, item, { roster: 'media', tag: '', name: 'USB', source: 'found' })
      return listed.ok ? listed.value : []
    }
    case 'remove': {
      const entity = by.document.entity(item)
      return entity === undefined ? [] : decideRemoveItem(entity)
    }
    case 'advance':
      return decideAdvanceAudit(by.audit.header, each.state)
    case 'place': {
      const dots = [...by.document.state.late.keys()].slice(0, each.which + 1)
      const placed = decidePlaceLate(by.document.state, dots, { placement: each.placement, reason: '理由' })
      return placed.ok ? placed.value : []
    }
    default:
      return [signingDraft(by, each.act)]
  }
}

/** Signs whatever stands in the way: the fold, not the decider, is on trial. */
function signingDraft(by: TestDevice, act: 'sign' | 'reopen'): OperationDraft {
  // Its own device goes without saying.
  const others = [...by.document.state.heads].filter(([name]) => name !== by.written[0]?.device)
  const heads = others.map(([name, n]) => ({ device: name, n }))
  const supersedes = by.audit.header.signOff.dots
  return act === 'sign'
    ? {
        kind: 'audit-signed-off',
        entity: auditEntity,
        supersedes,
        body: { heads, questions: 0, answered: 0, findings: 0 },
      }
    : { kind: 'audit-reopened', entity: auditEntity, supersedes, body: { heads, reason: '理由' } }
}

/** Folds parts one after the other and, where a part asks for it, everything so far anew: as every caller does. */
export function foldInParts(
  parts: readonly (readonly FoldableOperation[])[],
  kinds: KindTable = auditKinds,
): StreamState {
  let state = emptyStreamState()
  const seen: FoldableOperation[] = []
  for (const part of parts) {
    seen.push(...part)
    if (!foldOperations(state, part, kinds).needsRefold) continue
    state = emptyStreamState()
    if (foldOperations(state, seen, kinds).needsRefold)
      throw new Error('a fold from the beginning asks for another one')
  }
  return state
}
