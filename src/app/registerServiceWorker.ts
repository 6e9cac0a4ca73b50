// Registers the worker that keeps the app on the device. From the second start on no network is needed.
import { Workbox } from 'workbox-window'
import type { ServiceWorkerAccess } from './composables/appServices.ts'
import { reloadPage } from '../device/reloadPage.ts'

/** An open tablet asks this often whether there is a newer version. */
const lookForUpdateMs = 60 * 60 * 1000

/** Undefined where the browser has no service workers; everything but offline starts works then too. */
export function registerServiceWorker(): ServiceWorkerAccess | undefined {
  if (!('serviceWorker' in navigator)) return undefined
  const workbox = new Workbox(ownScriptUrl('/sw.js'), { updateViaCache: 'none' })
  const listeners: (() => void)[] = []
  let isReady = false
  const tellReady = () => {
    isReady = true
    for (const listener of listeners) listener()
  }
  workbox.addEventListener('waiting', tellReady)
  const replacement = watchReplacement(tellReady)
  // In the background: no screen waits for it. A browser that refuses goes on without offline starts.
  let lookForUpdate: () => void = () => undefined
  workbox
    .register()
    .then((registration) => {
      lookForUpdate = () => void registration?.update().catch(() => undefined)
      setInterval(() => lookForUpdate(), lookForUpdateMs)
    })
    .catch(() => undefined)
  return {
    onUpdateReady(listener) {
      listeners.push(listener)
      if (isReady) listener()
    },
    lookForUpdate: () => lookForUpdate(),
    applyUpdate() {
      if (replacement.isReplaced()) reloadPage()
      else {
        replacement.reloadWhenReplaced()
        workbox.messageSW({ type: 'apply-update' }).catch(() => undefined)
      }
    },
    isReplaced: replacement.isReplaced,
  }
}

/** Notices when a newer worker takes over: because this tab asked for it, or another one did. */
function watchReplacement(onReplacedByOther: () => void) {
  let hasWorker = navigator.serviceWorker.controller !== null
  let isReplaced = false
  let react = onReplacedByOther
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The very first worker takes over the page that installed it, and is of the same release.
    isReplaced = hasWorker
    hasWorker = true
    if (isReplaced) react()
  })
  return { isReplaced: () => isReplaced, reloadWhenReplaced: () => void (react = reloadPage) }
}

interface TrustedTypesFactory {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { createScriptURL: (url: string) => unknown }
}

/** Under Trusted Types a script's address must come from a policy; ours lets our own addresses through and nothing else. */
function ownScriptUrl(path: string): string {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes
  if (factory === undefined) return path
  const policy = factory.createPolicy('genba', {
    createScriptURL(url) {
      if (!url.startsWith('/') || url.startsWith('//')) throw new TypeError('not our own script')
      return url
    },
  })
  // The browser takes the trusted object where TypeScript's types still know a string only.
  return policy.createScriptURL(path) as string
}
