// Acts that the server may still refuse, sign-off and issue: whether it has confirmed the one in force, and whether it refused the last.
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { storeToRefs } from 'pinia'
import type { OpenAudit } from './OpenAudit.ts'
import { useSyncStore } from '../stores/useSyncStore.ts'
import { citedHeads } from '../../domain/oplog/SignOff.ts'
import { splitDot, type Dot } from '../../domain/oplog/Dot.ts'

interface OwnAct {
  readonly device: string
  readonly dots: readonly Dot[]
}

/**
 * True while the act in force is this tablet's own and the server has not answered yet: it may still be refused. True also until
 * that is known, so that nobody reads 署名済み or 発行済み too early.
 */
export function useIsUnconfirmed(open: OpenAudit, act: () => OwnAct | undefined): Readonly<Ref<boolean>> {
  const { status } = storeToRefs(useSyncStore())
  /** The dot of the last act that the server is known to have. */
  const confirmed = ref<string>()
  const dot = computed(() => act()?.dots[0])
  watch(
    [dot, status],
    async ([done]) => {
      if (done !== undefined && done !== confirmed.value && !(await open.isUnsent(done))) confirmed.value = done
    },
    { immediate: true },
  )
  return computed(() => {
    const value = act()
    return value !== undefined && open.isThisDevice(value.device) && dot.value !== confirmed.value
  })
}

interface Act extends OwnAct {
  readonly content: { readonly body: unknown }
}

interface RefusableActs {
  readonly kinds: readonly string[]
  /** The acts that stand now. */
  readonly acts: () => readonly Act[]
  /** Done by now, by whomever. */
  readonly isInForce: () => boolean
}

/** The last act of this tablet was refused because others had been faster, and nobody has decided since. */
export function useWasStale(open: OpenAudit, { kinds, acts, isInForce }: RefusableActs): ComputedRef<boolean> {
  const { status } = storeToRefs(useSyncStore())
  return computed(() => {
    if (isInForce()) return false
    const refused = status.value.refused.filter(
      ({ stream, code, kind }) =>
        stream === open.stream && code === 'stale-heads' && (kind === null || kinds.includes(kind)),
    )
    const last = Math.max(0, ...refused.map(({ n }) => n))
    return last > 0 && !acts().some((act) => isLaterThan(open, act, last))
  })
}

function isLaterThan(open: OpenAudit, act: Act, n: number): boolean {
  return act.dots.some((dot) => {
    const { device, n: own } = splitDot(dot)
    if (open.isThisDevice(device)) return own > n
    const seen = [...(citedHeads(act.content.body) ?? [])].find(([cited]) => open.isThisDevice(cited))
    return (seen?.[1] ?? 0) > n
  })
}
