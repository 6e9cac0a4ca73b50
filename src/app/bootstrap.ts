// Makes everything that lives as long as the page and wires it together. Nothing else constructs databases, engines or keys.
import { createPinia, type Pinia } from 'pinia'
import { createApp, watch } from 'vue'
import App from './App.vue'
import { appServicesKey, type AppServices } from './composables/appServices.ts'
import { createGenbaI18n, switchLanguage } from './i18n/createGenbaI18n.ts'
import { openIdentity } from './openIdentity.ts'
import { openTabletDatabase } from './openTabletDatabase.ts'
import { registerServiceWorker } from './registerServiceWorker.ts'
import { release } from './release.ts'
import { createGenbaRouter } from './router.ts'
import StartProblem from './StartProblem.vue'
import { usePreferencesStore } from './stores/usePreferencesStore.ts'
import { useSessionStore } from './stores/useSessionStore.ts'
import { useSyncStore } from './stores/useSyncStore.ts'
import { randomId } from '../device/randomId.ts'
import { persistStorage } from '../device/storage.ts'
import { isPersonId } from '../domain/oplog/Dot.ts'
import { branded, nonEmptyText, shape } from '../domain/parse/Parser.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { LocalDatabaseError } from '../localdb/LocalDatabaseError.ts'
import { readVault } from '../localdb/readVault.ts'

const parsePerson = shape({ id: branded(isPersonId), name: nonEmptyText(100) })

export async function bootstrap(): Promise<void> {
  const pinia = createPinia()
  const { preferences } = usePreferencesStore(pinia)
  const i18n = await createGenbaI18n(preferences.language)
  document.documentElement.lang = preferences.language
  watch(
    () => preferences.language,
    (language) => void switchLanguage(i18n, language),
  )
  try {
    const services = await createServices(await openTabletDatabase(), pinia)
    const router = createGenbaRouter()
    // A screen of a version that is gone cannot be loaded any more: the new version opens it instead.
    router.onError((_error, to) => {
      if (services.serviceWorker?.isReplaced() === true) window.location.assign(to.fullPath)
    })
    createApp(App).use(pinia).use(i18n).use(router).provide(appServicesKey, services).mount('#app')
  } catch (error) {
    if (!(error instanceof LocalDatabaseError)) throw error
    createApp(StartProblem, { code: error.code }).use(i18n).mount('#app')
  }
}

async function createServices(db: LocalDatabase, pinia: Pinia): Promise<AppServices> {
  const [identity, person] = await Promise.all([openIdentity(db), readVault(db, 'person')])
  const session = useSessionStore(pinia)
  session.person = parsePerson(person)
  session.hasLostData = identity.hasLostData
  askToKeepStorage(db)
  const sync = useSyncStore(pinia)
  // Loaded beside the screens: opening and saving wait for no network code.
  const starting = import('./startSync.ts').then(({ startSync }) =>
    startSync(db, identity, (status) => (sync.status = status)),
  )
  return {
    db,
    device: identity.device,
    now: () => new Date(),
    randomId,
    clockOffset: () => sync.status.clockOffset,
    onSaved: () => void starting.then((engine) => engine.noteSaved()),
    syncNow: () => void starting.then((engine) => engine.syncNow()),
    release,
    serviceWorker: registerServiceWorker(),
  }
}

/** When the first entry arrives, and not before there is something to keep: some browsers ask the person. */
function askToKeepStorage(db: LocalDatabase): void {
  const endWatch = db.watch(() => {
    endWatch()
    void persistStorage()
  })
}
