// A screen notes in its own address what it shows: the question in view, a filter. It does so late, after a save or a pause in typing,
// and must not call back whoever has gone on meanwhile.
import { onScopeDispose } from 'vue'
import { useRoute, useRouter, type RouteLocationRaw, type RouteRecordNameGeneric } from 'vue-router'

/** Replaces the address, so that the way back leads out of the screen; does nothing once the person is on the way elsewhere. */
export function useOwnAddress(
  isHere?: (name: RouteRecordNameGeneric) => boolean,
): (location: RouteLocationRaw) => Promise<void> {
  const route = useRoute()
  const router = useRouter()
  const { name: here } = route
  const isOwn = isHere ?? ((name: RouteRecordNameGeneric) => name === here)
  // The route changes only when the other screen has loaded: until then this is where the person is going.
  let next: { readonly name: RouteRecordNameGeneric } | undefined
  const endings = [
    router.beforeEach((to) => {
      next = to
    }),
    router.afterEach((to) => {
      if (next === to) next = undefined
    }),
  ]
  onScopeDispose(() => {
    for (const end of endings) end()
  })
  return async (location) => {
    if (isOwn((next ?? route).name)) await router.replace(location)
  }
}
