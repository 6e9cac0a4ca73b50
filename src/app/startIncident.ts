// Puts a screen in the place of the app that could not start. Loads nothing that it can do without: nothing may be loadable any more.
import type { Pinia } from 'pinia'
import { createApp } from 'vue'
import { asStartTrouble } from './asStartTrouble.ts'
import { incidentOf } from './components/incident/incidentOf.ts'
import type { IncidentKind, IncidentOutcome, IncidentWay } from './components/incident/IncidentText.ts'
import type { ServiceWorkerAccess } from './composables/appServices.ts'
import { release } from './release.ts'
import StartIncident from './StartIncident.vue'
import { usePreferencesStore } from './stores/usePreferencesStore.ts'
import { renewDatabaseName } from '../device/databaseName.ts'
import { reloadPage } from '../device/reloadPage.ts'
import { removeSentinelCopy } from '../device/sentinelCopy.ts'
import { wait } from '../device/wait.ts'

/** A new version is put in place within that time over a usual line; over a slower one the next try finds it. */
const newVersionMs = 8_000

export async function startIncident(
  error: unknown,
  pinia: Pinia,
  serviceWorker: ServiceWorkerAccess | undefined,
): Promise<void> {
  const trouble = await asStartTrouble(error)
  const known = incidentOf(trouble)
  const { preferences } = usePreferencesStore(pinia)
  document.documentElement.lang = preferences.language
  const act = (way: IncidentWay) => actOn(way, known ?? 'cannot-open', serviceWorker)
  createApp(StartIncident, { kind: known ?? 'cannot-open', details: detailsOf(trouble), act })
    .use(pinia)
    .mount('#app')
  // A bug: the person gets a screen all the same, and whoever watches the console gets the bug.
  if (known === undefined) throw error
}

function detailsOf({ code, causes }: Awaited<ReturnType<typeof asStartTrouble>>): string {
  const first = causes.map(({ name, message }) => (message === '' ? name : `${name}: ${message}`)).join(' ← ')
  return [new Date().toISOString(), release, code ?? '', first].filter((part) => part !== '').join('  ')
}

async function actOn(
  way: IncidentWay,
  kind: IncidentKind,
  serviceWorker: ServiceWorkerAccess | undefined,
): Promise<IncidentOutcome | undefined> {
  switch (way) {
    case 'export':
      return rescue()
    case 'begin-anew':
      // What is there stays there; the tablet goes on with an empty database, as a device of its own.
      if (renewDatabaseName()) removeSentinelCopy()
      reloadPage()
      return undefined
    case 'reload':
    case 'continue':
    case 'import':
      if (kind === 'newer-database' || kind === 'unfinished') await renew(serviceWorker)
      reloadPage()
      return undefined
  }
}

async function rescue(): Promise<IncidentOutcome> {
  try {
    const { rescueUnsent } = await import('./rescueUnsent.ts')
    const exported = await rescueUnsent(new Date())
    return exported === undefined ? 'nothing-to-export' : { exported }
  } catch {
    // The file, or the database behind it, cannot be read now: the screen says so, and everything stays where it is.
    return 'export-failed'
  }
}

/** The worker would serve the old version again and again: a newer one has to take over first. */
async function renew(serviceWorker: ServiceWorkerAccess | undefined): Promise<void> {
  if (serviceWorker === undefined || !(await serviceWorker.lookForUpdate())) return
  const isReady = new Promise<true>((resolve) => serviceWorker.onUpdateReady(() => resolve(true)))
  if (await Promise.race([isReady, wait(newVersionMs)])) await serviceWorker.applyUpdate()
}
