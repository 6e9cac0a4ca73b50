// The fact confirmation of the open audit: what is to be read, what has been filled in so far, who has signed, and signing.
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { useAppServices } from './appServices.ts'
import { factFormText, readFactForm } from './keptFactForm.ts'
import type { OpenAudit } from './OpenAudit.ts'
import { conditionsOf, useFactView } from './useFactView.ts'
import { useIds } from './useIds.ts'
import { emptyFactForm, noAnswer, type FactForm } from '../components/facts/FactForm.ts'
import type { FactView } from '../components/facts/FactView.ts'
import { sha256 } from '../../device/sha256.ts'
import { findingContentHash } from '../../domain/audit/contentHash.ts'
import {
  decideConfirmFacts,
  type ConfirmRefusal,
  type FactConfirmation,
} from '../../domain/audit/decideConfirmFacts.ts'
import { newSignatureId, type FindingId } from '../../domain/audit/entityIds.ts'
import { findingsInOrder, isWithdrawn } from '../../domain/audit/findingOrder.ts'
import { must } from '../../domain/must.ts'
import type { EntityId } from '../../domain/oplog/Dot.ts'

/** Why signing did not come about. */
export type FactProblem = 'changed' | 'failed'

export interface Facts {
  /** Every standing finding that states a fact, in its order. */
  readonly all: ComputedRef<readonly FactView[]>
  /** What is read next: all that is not agreed to, everything where all is; nothing of which two versions stand. */
  readonly toRead: ComputedRef<readonly FactView[]>
  readonly openCount: ComputedRef<number>
  readonly form: ShallowRef<FactForm>
  readonly problem: Readonly<Ref<FactProblem | undefined>>
  readonly change: (form: FactForm) => void
  /** True once it is on the tablet. */
  readonly sign: () => Promise<boolean>
}

/** A pause in filling in after which it is kept. */
const keepAfterMs = 300

interface Kept {
  readonly form: ShallowRef<FactForm>
  /** What each finding said when it was answered. */
  readonly seen: Map<FindingId, string>
  readonly keepSoon: () => void
}

/** Filled-in forms stay, also over a killed browser: the tablet may be taken back for a moment. Only a signature is recorded. */
const kept = new WeakMap<OpenAudit, Kept>()

const formPlace = { entity: 'audit' as EntityId, register: 'unsent/facts' }

function keptOf(open: OpenAudit): Kept {
  const found = kept.get(open) ?? readKept(open)
  kept.set(open, found)
  return found
}

function readKept(open: OpenAudit): Kept {
  const filled = readFactForm(open.keptText(formPlace) ?? '')
  const form = shallowRef(filled?.form ?? emptyFactForm)
  const seen = new Map(filled?.seen)
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => void open.keepWords(formPlace, factFormText({ form: form.value, seen }))
  return {
    form,
    seen,
    keepSoon() {
      clearTimeout(timer)
      timer = setTimeout(keep, keepAfterMs)
    },
  }
}

export function useFacts(open: OpenAudit): Facts {
  const { newId } = useIds()
  const { work } = useAppServices()
  const { form, seen, keepSoon } = keptOf(open)
  const view = useFactView(open)
  const problem = ref<FactProblem>()

  const all = computed(() =>
    findingsInOrder(open.audit.value)
      .filter((finding) => !isWithdrawn(finding) && conditionsOf(finding).length > 0)
      .map(view),
  )
  const toRead = computed(() => readNext(all.value))

  const hashOf = (id: FindingId) =>
    findingContentHash(open.audit.value, must(open.audit.value.findings.get(id), `finding ${id}`), sha256)

  function change(next: FactForm): void {
    for (const [id, answer] of next.answers) if (form.value.answers.get(id) !== answer) seen.set(id, hashOf(id))
    form.value = next
    problem.value = undefined
    keepSoon()
  }

  /** Answers to what has changed since they were given no longer say anything. */
  function dropChanged(): boolean {
    const stale = [...form.value.answers.keys()].filter((id) => seen.get(id) !== hashOf(id))
    if (stale.length === 0) return false
    form.value = { ...form.value, answers: new Map([...form.value.answers].filter(([id]) => !stale.includes(id))) }
    return true
  }

  async function sign(): Promise<boolean> {
    if (dropChanged()) {
      problem.value = 'changed'
      return false
    }
    const end = work.begin()
    const confirmation = confirmationOf(form.value, toRead.value, newSignatureId(newId()))
    const told: { refusal?: ConfirmRefusal } = {}
    const isSaved = await open
      .record(() => {
        const decided = decideConfirmFacts(open.audit.value, confirmation, sha256)
        if (decided.ok) return decided.value
        told.refusal = decided.error
        return []
      })
      .finally(end)
    problem.value = isSaved && told.refusal === undefined ? undefined : 'failed'
    if (problem.value !== undefined) return false
    form.value = emptyFactForm
    seen.clear()
    keepSoon()
    return true
  }

  return {
    all,
    toRead,
    openCount: computed(() => all.value.filter(({ state }) => state !== 'agreed' && state !== 'objected').length),
    form,
    problem,
    change,
    sign,
  }
}

function readNext(facts: readonly FactView[]): readonly FactView[] {
  const readable = facts.filter(({ canConfirm }) => canConfirm)
  const left = readable.filter(({ state }) => state !== 'agreed')
  return left.length > 0 ? left : readable
}

function confirmationOf(
  { answers, name, position, strokes, isTyped }: FactForm,
  facts: readonly FactView[],
  signature: FactConfirmation['signature'],
): FactConfirmation {
  const outcomes = facts.flatMap(({ id }) => {
    const { outcome, objection } = answers.get(id) ?? noAnswer
    return outcome === null ? [] : [{ finding: id, outcome, objection: outcome === 'objected' ? objection.trim() : '' }]
  })
  return { signature, name: name.trim(), position: position.trim(), strokes, isTyped, outcomes }
}
