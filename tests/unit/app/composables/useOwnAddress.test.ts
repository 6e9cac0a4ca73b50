// Whoever goes on while a screen still saves must not be called back by the address that the screen then notes.
import { createApp, defineComponent, effectScope, h, type EffectScope } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useOwnAddress } from '../../../../src/app/composables/useOwnAddress.ts'

const screen = defineComponent({ render: () => h('div') })
let router: Router
let scope: EffectScope
let load: () => void

beforeEach(async () => {
  const loaded = new Promise<void>((resolve) => (load = resolve))
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/checklist/:question?', name: 'checklist', component: screen },
      { path: '/settings', name: 'settings', component: () => loaded.then(() => screen) },
    ],
  })
  await router.push('/checklist/A04')
  scope = effectScope()
})

afterEach(() => scope.stop())

function replaceAddress(): ReturnType<typeof useOwnAddress> {
  const app = createApp(screen)
  app.use(router)
  return app.runWithContext(() => scope.run(() => useOwnAddress())) as ReturnType<typeof useOwnAddress>
}

test('a screen notes what it shows in its address', async () => {
  await replaceAddress()({ params: { question: 'A05' } })
  expect(router.currentRoute.value.fullPath).toBe('/checklist/A05')
})

test('a screen does not call back whoever is on the way to another one that still loads', async () => {
  const replace = replaceAddress()
  const going = router.push('/settings')
  await new Promise((resolve) => setTimeout(resolve))
  await replace({ name: 'checklist', params: { question: 'A05' } })
  load()
  await going
  expect(router.currentRoute.value.fullPath).toBe('/settings')
  await replace({ name: 'checklist', params: { question: 'A05' } })
  expect(router.currentRoute.value.fullPath).toBe('/settings')
})

test('a way elsewhere that was refused leaves the screen where it is', async () => {
  const replace = replaceAddress()
  const end = router.beforeEach((to) => to.name !== 'settings')
  await router.push('/settings')
  end()
  await replace({ params: { question: 'A05' } })
  expect(router.currentRoute.value.fullPath).toBe('/checklist/A05')
})
