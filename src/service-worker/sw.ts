// Keeps the whole app on the device, so that every start after the first works without a network.
// Holds no data and no keys, never answers anything but GET, and never replaces a running app by itself.
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import type { PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] }

/** Paths that belong to the server: a page opened there must show the server's answer, not the app. */
const serverPaths = [/^\/sync\//, /^\/evidence\//, /^\/healthz$/]

cleanupOutdatedCaches()
precacheAndRoute(self.__WB_MANIFEST)
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
  if (isApplyUpdate(event.data)) event.waitUntil(self.skipWaiting())
})

function isApplyUpdate(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'apply-update'
}
