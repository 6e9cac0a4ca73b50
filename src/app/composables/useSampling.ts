// The sample of a question: draws it, examines its entries, judges the question by it. Everything works without a network.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OpenAudit } from './OpenAudit.ts'
import type { DraftedField } from './useDraftedText.ts'
import type { Judgement, PickOutcome } from '../../domain/audit/auditVocabulary.ts'
import { pickEntity, sampleEntity } from '../../domain/audit/entityIds.ts'
import type { QuestionPlace } from '../../domain/audit/progressOf.ts'
import { answerOf, judgementOf } from '../../domain/audit/questionStatus.ts'
import {
  decideConcludeSample,
  decideDrawSample,
  decideExaminePick,
  decideWithdrawSample,
  sampleOf,
  type DrawRefusal,
} from '../../domain/audit/sample.ts'
import { randomInt } from '../../device/randomInt.ts'

export function useSampling(open: OpenAudit, place: () => QuestionPlace) {
  const { t } = useI18n()
  const { audit } = open
  const ref = computed(() => ({ template: place().template.id, question: place().question.id }))
  const sample = computed(() => sampleOf(audit.value, ref.value))
  const pickOf = (pick: number) => sample.value?.picks.find((each) => each.pick === pick)

  async function draw(population: number, size: number): Promise<DrawRefusal | undefined> {
    const drawn = decideDrawSample(audit.value, ref.value, { population, size, randomInt })
    if (!drawn.ok) return drawn.error
    await open.record(() => drawn.value, t('checks.undoWords.drawn', { size: Math.min(size, population) }))
    return undefined
  }

  /** What was noted of an entry, as a field that is kept while it is typed. Its outcome is that of the moment typing began. */
  function noteField(pick: number): DraftedField {
    const entity = pickEntity(ref.value, pick)
    return {
      entity: () => entity,
      register: 'result',
      settled: () => pickOf(pick)?.note ?? '',
      sight() {
        const seen = audit.value.picks.get(entity)
        const before = { ...audit.value, picks: new Map(seen === undefined ? [] : [[entity, seen]]) }
        const outcome = pickOf(pick)?.outcome ?? 'open'
        return (note) => decideExaminePick(before, { ...ref.value, pick }, { outcome, note })
      },
      words: () => t('checks.undoWords.noted', { pick }),
    }
  }

  return {
    sample,
    judgement: computed(() => judgementOf(answerOf(audit.value, ref.value))),
    isInConflict: computed(() => open.conflicts.value.some(({ entity }) => entity === sampleEntity(ref.value))),
    draw,
    noteField,
    withdraw: () => open.record(() => decideWithdrawSample(audit.value, ref.value), t('checks.undoWords.withdrawn')),
    examine: (pick: number, outcome: PickOutcome) =>
      open.record(
        () => decideExaminePick(audit.value, { ...ref.value, pick }, { outcome, note: pickOf(pick)?.note ?? '' }),
        t('checks.undoWords.examined', { pick, word: t(`checks.sampling.outcome.${outcome}`) }),
      ),
    conclude: (judgement: Judgement) =>
      open.record(
        () => decideConcludeSample(audit.value, ref.value, judgement),
        t('checks.undoWords.concluded', { number: ref.value.question, answer: t(`checklist.answer.${judgement}`) }),
      ),
  }
}

export type Sampling = ReturnType<typeof useSampling>
