// Registers the worker that keeps the app on the device. From the second start on no network is needed.
import { Workbox } from 'workbox-window'
import type { ServiceWorkerAccess } from './composables/appServices.ts'
import { ownScriptUrl } from '../device/ownScriptUrl.ts'
import { reloadPage } from '../device/reloadPage.ts'
import { wait } from '../device/wait.ts'

/** An open tablet asks this often whether there is a newer version. */
const lookForUpdateMs = 60 * 60 * 1000
/** A worker that was told to take over does so within a moment. After this long there was nothing to take over: the page loads anew as it is. */
const takeOverMs = 10_000
/** A first installation that failed is tried again after so long, then after twice as long, up to `lookForUpdateMs`. */
const firstRetryMs = 10_000
const options = { updateViaCache: 'none' } as const

/** Undefined where the browser has no service workers; everything but offline starts works then too. */
export function registerServiceWorker(): ServiceWorkerAccess | undefined {
  if (!('serviceWorker' in navigator)) return undefined
  const script = ownScriptUrl('/sw.js')
  const workbox = new Workbox(script, options)
  const listeners: (() => void)[] = []
  let isReady = false
  const tellReady = () => {
    isReady = true
    for (const listener of listeners) listener()
  }
  workbox.addEventListener('waiting', tellReady)
  const replacement = watchReplacement(tellReady)
  // In the background: no screen waits for it. A browser that refuses, or a page of somebody else's in place of the worker
  // (a captive portal), leaves everything as it is.
  const registering = workbox.register().catch(() => undefined)
  void installAfterAll(script)
  const lookForUpdate = async () => {
    const registration = (await registering) ?? (await navigator.serviceWorker.getRegistration())
    await registration?.update().catch(() => undefined)
    return (registration?.installing ?? registration?.waiting ?? null) !== null
  }
  setInterval(() => void lookForUpdate(), lookForUpdateMs)
  return {
    onUpdateReady(listener) {
      listeners.push(listener)
      if (isReady) listener()
    },
    lookForUpdate,
    async applyUpdate() {
      if (!replacement.isReplaced()) {
        replacement.reloadWhenReplaced()
        workbox.messageSW({ type: 'apply-update' }).catch(() => undefined)
        await wait(takeOverMs)
      }
      reloadPage()
    },
    isReplaced: replacement.isReplaced,
  }
}

/** One file that was lost on a bad line fails an installation, and without it the app is not there once the line is gone. */
async function installAfterAll(script: string): Promise<void> {
  for (let pause = firstRetryMs; ; pause = Math.min(2 * pause, lookForUpdateMs)) {
    await wait(pause)
    const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined)
    if (registration?.active) return
    // Does nothing to an installation that is under way.
    await navigator.serviceWorker.register(script, options).catch(() => undefined)
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
