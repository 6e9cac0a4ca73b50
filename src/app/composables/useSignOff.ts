// Signing an audit off and reopening it: what stands in the way, who signed, and whether the server has confirmed it.
import { computed, type Ref } from 'vue'
import { storeToRefs } from 'pinia'
import { useIsUnconfirmed, useWasStale } from './actConfirmation.ts'
import type { OpenAudit } from './OpenAudit.ts'
import type { Obstacle } from '../components/sign-off/Obstacle.ts'
import { useSyncStore } from '../stores/useSyncStore.ts'
import { countForSignOff, decideReopen, decideSignOff, signOffObstacles } from '../../domain/audit/decideSignOff.ts'

export function useIsSignOffUnsent(open: OpenAudit): Readonly<Ref<boolean>> {
  return useIsUnconfirmed(open, () => open.signOff.value)
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
    wasStale: useWasStale(open, {
      kinds: ['audit-signed-off', 'audit-reopened'],
      acts: () => open.audit.value.header.signOff.values,
      isInForce: () => open.signOff.value !== undefined,
    }),
    isUnsent: useIsSignOffUnsent(open),
    isOffline: computed(() => status.value.phase.state === 'offline'),
    sign: () => open.record(() => valueOrNothing(decideSignOff(open.sight()))),
    reopen: (reason: string) => open.record(() => valueOrNothing(decideReopen(open.sight(), reason))),
  }
}

function valueOrNothing<Value>(decided: { ok: true; value: readonly Value[] } | { ok: false }): readonly Value[] {
  return decided.ok ? decided.value : []
}
