// Registers the worker that keeps the app on the device. From the second start on no network is needed.
import { Workbox } from 'workbox-window'
import type { ServiceWorkerAccess } from './composables/appServices.ts'

/** An open tablet asks this often whether there is a newer version. */
const lookForUpdateMs = 60 * 60 * 1000

/** Undefined where the browser has no service workers; everything but offline starts works then too. */
export function registerServiceWorker(): ServiceWorkerAccess | undefined {
  if (!('serviceWorker' in navigator)) return undefined
  const workbox = new Workbox(ownScriptUrl('/sw.js'), { updateViaCache: 'none' })
  const listeners: (() => void)[] = []
  let isReady = false
  workbox.addEventListener('waiting', () => {
    isReady = true
    for (const listener of listeners) listener()
  })
  // In the background: no screen waits for it. A browser that refuses goes on without offline starts.
  workbox
    .register()
    .then((registration) => setInterval(() => void registration?.update().catch(() => undefined), lookForUpdateMs))
    .catch(() => undefined)
  return {
    onUpdateReady(listener) {
      listeners.push(listener)
      if (isReady) listener()
    },
    applyUpdate() {
      workbox.addEventListener('controlling', () => window.location.reload())
      workbox.messageSW({ type: 'apply-update' }).catch(() => undefined)
    },
  }
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
