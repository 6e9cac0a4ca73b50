import { createSSRApp, shallowRef, triggerRef } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { expect, test, vi } from 'vitest'
import type { FactForm } from '../../../../src/app/components/facts/FactForm.ts'
import type { FactAnswer } from '../../../../src/app/components/facts/FactView.ts'
import { appServicesKey, type AppServices } from '../../../../src/app/composables/appServices.ts'
import { createWorkInProgress } from '../../../../src/app/composables/createWorkInProgress.ts'
import type { OpenAudit } from '../../../../src/app/composables/OpenAudit.ts'
import { useFacts, type Facts } from '../../../../src/app/composables/useFacts.ts'
import { decideWithdrawFinding, decideWordFinding } from '../../../../src/domain/audit/decideFinding.ts'
import type { FindingId } from '../../../../src/domain/audit/entityIds.ts'
import { aFinding, findingOf } from '../../../support/aFinding.ts'
import { anAudit, valueOf } from '../../../support/anAudit.ts'
import { i18nOf } from '../../../support/i18nOf.ts'
import type { TestDevice } from '../../../support/TestDevice.ts'

/** What an open audit is for the confirmation: the device's own view, and recording into its log. */
function openOf(device: TestDevice, texts = new Map<string, string>()): OpenAudit {
  const audit = shallowRef(device.audit)
  const record: OpenAudit['record'] = (decide) => {
    device.write(decide())
    triggerRef(audit)
    return Promise.resolve(true)
  }
  const keepWords: OpenAudit['keepWords'] = ({ register }, words) => {
    texts.set(register, words)
    return Promise.resolve()
  }
  const keptText: OpenAudit['keptText'] = ({ register }) => texts.get(register)
  return { audit, record, keepWords, keptText } as unknown as OpenAudit
}

async function factsOf(open: OpenAudit): Promise<Facts> {
  const held: { facts?: Facts } = {}
  const app = createSSRApp({
    setup: () => {
      held.facts = useFacts(open)
      return () => null
    },
  })
  app.use(await i18nOf('ja'))
  const services = { randomId: () => 'signature-1', work: createWorkInProgress() }
  app.provide(appServicesKey, services as unknown as AppServices)
  await renderToString(app)
  if (held.facts === undefined) throw new Error('not set up')
  return held.facts
}

const agreed: FactAnswer = { outcome: 'agreed', objection: '' }

function signedForm(ids: readonly FindingId[]): FactForm {
  const answers = new Map(ids.map((id) => [id, agreed]))
  return { answers, name: '山田', position: '課長', strokes: [], isTyped: true }
}

test('one signature confirms every finding that was read, and leaves nothing to read but all again', async () => {
  const device = anAudit()
  const ids = [aFinding(device, 'f'), aFinding(device, 'g')]
  const facts = await factsOf(openOf(device))
  expect([facts.toRead.value.map(({ id }) => id), facts.openCount.value]).toEqual([ids, 2])

  facts.change(signedForm(ids))
  expect(await facts.sign()).toBe(true)
  expect(facts.all.value.map(({ state }) => state)).toEqual(['agreed', 'agreed'])
  expect([facts.toRead.value.length, facts.openCount.value, facts.form.value.name]).toEqual([2, 0, ''])
})

test('what changed while it was being read is not signed: its answer goes, the others stay', async () => {
  const device = anAudit()
  const [first, second] = [aFinding(device, 'f'), aFinding(device, 'g')]
  const facts = await factsOf(openOf(device))
  facts.change(signedForm([first, second]))
  device.write(decideWordFinding(findingOf(device, first), 'conditions', '３台であった。'))

  expect(await facts.sign()).toBe(false)
  expect(facts.problem.value).toBe('changed')
  expect([...facts.form.value.answers.keys()]).toEqual([second])
  expect(device.audit.signatures.size).toBe(0)
})

test('a withdrawn finding is not read, and neither is one without facts', async () => {
  const device = anAudit()
  const [gone, silent] = [aFinding(device, 'f'), aFinding(device, 'g')]
  device.write(valueOf(decideWithdrawFinding(findingOf(device, gone), '重複')))
  device.write(decideWordFinding(findingOf(device, silent), 'conditions', ' '))
  const facts = await factsOf(openOf(device))
  expect(facts.all.value).toEqual([])
})

test('a form half filled in is there again when the tablet is taken back for a moment', async () => {
  const device = anAudit()
  const open = openOf(device)
  const form = signedForm([aFinding(device, 'f')])
  ;(await factsOf(open)).change(form)
  expect((await factsOf(open)).form.value).toEqual(form)
})

test('a form half filled in outlives a killed browser, but for its signature', async () => {
  vi.useFakeTimers()
  const device = anAudit()
  const texts = new Map<string, string>()
  const form = signedForm([aFinding(device, 'f')])
  ;(await factsOf(openOf(device, texts))).change(form)
  vi.runAllTimers()
  vi.useRealTimers()
  const again = await factsOf(openOf(device, texts))
  expect(again.form.value).toEqual({ ...form, isTyped: false })
  again.change({ ...again.form.value, isTyped: true })
  expect(await again.sign()).toBe(true)
})
