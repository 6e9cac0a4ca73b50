// Keeps the whole app on the device, so that every start after the first works without a network.
// Holds no data and no keys, never answers anything but GET, and never replaces a running app by itself.
import { cleanupOutdatedCaches, createHandlerBoundToURL, matchPrecache, precacheAndRoute } from 'workbox-precaching'
import type { PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] }

/** Paths that belong to the server: a page opened there must show the server's answer, not the app. */
const serverPaths = [/^\/sync\//, /^\/evidence\//, /^\/healthz$/]

/** Every file of this release. The build puts them in place of the name, which may stand here once. */
const files = self.__WB_MANIFEST

cleanupOutdatedCaches()
precacheAndRoute(files)
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: serverPaths }))

// The page that installs the very first worker is taken over at once; an update waits until a person applies it.
let isFirstInstall = false

self.addEventListener('install', () => {
  isFirstInstall = self.registration.active === null
})

self.addEventListener('activate', (event) => {
  if (isFirstInstall) event.waitUntil(self.clients.claim())
})

self.addEventListener('message', (event) => {
  const [port] = event.ports
  if (isOfType(event.data, 'apply-update')) event.waitUntil(self.skipWaiting())
  else if (isOfType(event.data, 'count-kept') && port !== undefined)
    event.waitUntil(countKept().then((answer) => port.postMessage(answer)))
})

/** A browser may drop single files when room is short: counted one by one, and by nothing that was noted before. */
async function countKept(): Promise<{ wanted: number; kept: number }> {
  const kept = await Promise.all(files.map((file) => matchPrecache(typeof file === 'string' ? file : file.url)))
  return { wanted: files.length, kept: kept.filter((response) => response !== undefined).length }
}

function isOfType(data: unknown, type: string): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === type
}
