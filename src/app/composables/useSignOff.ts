// Signing an audit off and reopening it: what stands in the way, who signed, and whether the server has confirmed it.
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { storeToRefs } from 'pinia'
import type { OpenAudit } from './OpenAudit.ts'
import type { Obstacle } from '../components/sign-off/Obstacle.ts'
import { useSyncStore } from '../stores/useSyncStore.ts'
import { countForSignOff, decideReopen, decideSignOff, signOffObstacles } from '../../domain/audit/decideSignOff.ts'
import { citedHeads } from '../../domain/oplog/SignOff.ts'
import { splitDot } from '../../domain/oplog/Dot.ts'

/**
 * True while the sign-off in force is this tablet's own and the server has not answered yet: it may still be refused. True also until
 * that is known, so that nobody reads 署名済み too early.
 */
export function useIsSignOffUnsent(open: OpenAudit): Readonly<Ref<boolean>> {
  const { status } = storeToRefs(useSyncStore())
  /** The dot of the last sign-off that the server is known to have. */
  const confirmed = ref<string>()
  const dot = computed(() => open.signOff.value?.dots[0])
  watch(
    [dot, status],
    async ([signed]) => {
      if (signed !== undefined && signed !== confirmed.value && !(await open.isUnsent(signed))) confirmed.value = signed
    },
    { immediate: true },
  )
  return computed(() => {
    const value = open.signOff.value
    return value !== undefined && open.isThisDevice(value.device) && dot.value !== confirmed.value
  })
}

export function useSignOff(open: OpenAudit) {
  const { status } = storeToRefs(useSyncStore())
  const refused = computed(() => status.value.refused.filter(({ stream }) => stream === open.stream))

  const obstacles = computed<readonly Obstacle[]>(() => {
    const own = refused.value.filter(({ code }) => code !== 'stale-heads').length
    const found = signOffObstacles(open.sight())
    return own === 0 ? found : [...found, { code: 'refused-entries', count: own }]
  })

  return {
    obstacles,
    counts: computed(() => countForSignOff(open.sight())),
    wasStale: useWasStale(open, () => refused.value),
    isUnsent: useIsSignOffUnsent(open),
    isOffline: computed(() => status.value.phase.state === 'offline'),
    sign: () => open.record(() => valueOrNothing(decideSignOff(open.sight()))),
    reopen: (reason: string) => open.record(() => valueOrNothing(decideReopen(open.sight(), reason))),
  }
}

function valueOrNothing<Value>(decided: { ok: true; value: readonly Value[] } | { ok: false }): readonly Value[] {
  return decided.ok ? decided.value : []
}

/** The last sign-off of this tablet was refused because others had been faster, and nobody has decided since. */
function useWasStale(
  open: OpenAudit,
  refused: () => readonly { readonly code: string; readonly n: number }[],
): ComputedRef<boolean> {
  return computed(() => {
    if (open.signOff.value !== undefined) return false
    const last = Math.max(0, ...refused().flatMap(({ code, n }) => (code === 'stale-heads' ? [n] : [])))
    return last > 0 && !open.audit.value.header.signOff.values.some((act) => isLaterThan(open, act, last))
  })
}

type Act = OpenAudit['audit']['value']['header']['signOff']['values'][number]

function isLaterThan(open: OpenAudit, act: Act, n: number): boolean {
  return act.dots.some((dot) => {
    const { device, n: own } = splitDot(dot)
    if (open.isThisDevice(device)) return own > n
    const seen = [...(citedHeads(act.content.body) ?? [])].find(([cited]) => open.isThisDevice(cited))
    return (seen?.[1] ?? 0) > n
  })
}
