// Makes everything that lives as long as the page and wires it together. Nothing else constructs databases, engines or keys.
import { createPinia, type Pinia } from 'pinia'
import { createApp, watch } from 'vue'
import type { Router } from 'vue-router'
import App from './App.vue'
import { appServicesKey, type AppServices } from './composables/appServices.ts'
import { createFirstScreen, type FirstScreen } from './composables/createFirstScreen.ts'
import { createWorkInProgress, type WorkInProgress } from './composables/createWorkInProgress.ts'
import { ignoreUnlessBug } from './composables/ignoreUnlessBug.ts'
import { createGenbaI18n, loadAllWords, switchLanguage, type GenbaI18n } from './i18n/createGenbaI18n.ts'
import { keepHeadsCopy } from './keepHeadsCopy.ts'
import { keepReserve } from './keepReserve.ts'
import { openIdentity, type Identity } from './openIdentity.ts'
import { openTabletDatabase } from './openTabletDatabase.ts'
import { registerServiceWorker } from './registerServiceWorker.ts'
import { release } from './release.ts'
import { replayJournals } from './replayJournals.ts'
import { createGenbaRouter, fetchScreen } from './router.ts'
import { startIncident } from './startIncident.ts'
import { useHealthStore } from './stores/useHealthStore.ts'
import { usePreferencesStore } from './stores/usePreferencesStore.ts'
import { useSessionStore, type LostDevice } from './stores/useSessionStore.ts'
import { useSyncStore } from './stores/useSyncStore.ts'
import { watchMissingScreens } from './watchMissingScreens.ts'
import { readHeadsCopy } from '../device/headsCopy.ts'
import { holdInstallPrompt } from '../device/installPrompt.ts'
import { markPresses } from '../device/markPresses.ts'
import { randomId } from '../device/randomId.ts'
import { persistStorage, readStorageState } from '../device/storage.ts'
import { watchDialogs } from '../device/watchDialogs.ts'
import { holdWorkLock } from '../device/workLock.ts'
import { isPersonId } from '../domain/oplog/Dot.ts'
import { branded, nonEmptyText, shape } from '../domain/parse/Parser.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { readVault } from '../localdb/readVault.ts'

const parsePerson = shape({ id: branded(isPersonId), name: nonEmptyText(100) })

export async function bootstrap(): Promise<void> {
  const pinia = createPinia()
  markPresses()
  // First of all: a page that cannot start may need a newer version to do so.
  const serviceWorker = registerServiceWorker()
  const installPrompt = holdInstallPrompt()
  try {
    await start(pinia, { serviceWorker, installPrompt })
  } catch (error) {
    await startIncident(error, pinia, serviceWorker)
  }
}

/** What the browser tells only once, and to whoever listens from the first moment on. */
type EarlyServices = Pick<AppServices, 'serviceWorker' | 'installPrompt'>

async function start(pinia: Pinia, early: EarlyServices): Promise<void> {
  const { preferences } = usePreferencesStore(pinia)
  fetchScreen(window.location.pathname)
  const i18n = await createGenbaI18n(preferences.language)
  // One after the other: of a dozen first starts in WebKit one stayed empty while both began at once.
  const db = await openTabletDatabase()
  document.documentElement.lang = preferences.language
  followLanguage(i18n, pinia)
  const allWords = () => loadAllWords(i18n)
  if (window.location.pathname !== '/') allWords().catch(() => undefined)
  const services = { ...(await createServices(db, pinia, early)), allWords }
  const router = createGenbaRouter()
  waitForWords(router, allWords)
  void services.firstScreen.whenStanding.then(() => fetchMore(allWords))
  watchMissingScreens(router, services, pinia)
  createApp(App).use(pinia).use(i18n).use(router).provide(appServicesKey, services).mount('#app')
}

/** What the first step will ask for. */
function fetchMore(allWords: () => Promise<void>): void {
  fetchScreen('/audits/')
  // The step that needs them asks again, and says so where they cannot be had.
  allWords().catch(() => undefined)
}

/** No other screen is shown before its texts are there. */
function waitForWords(router: Router, allWords: () => Promise<void>): void {
  router.beforeEach(async ({ name }) => {
    if (name !== 'home') await allWords()
  })
}

/** A language that cannot be loaded leaves the one that is there. */
function followLanguage(i18n: GenbaI18n, pinia: Pinia): void {
  const { preferences } = usePreferencesStore(pinia)
  watch(
    () => preferences.language,
    (language, before) => {
      switchLanguage(i18n, language).catch(() => {
        useHealthStore(pinia).missing = { part: 'language' }
        preferences.language = before
      })
    },
  )
}

async function createServices(
  db: LocalDatabase,
  pinia: Pinia,
  early: EarlyServices,
): Promise<Omit<AppServices, 'allWords'>> {
  const [identity, person] = await Promise.all([openIdentity(db), readVault(db, 'person')])
  // What is not taken in now waits for the next start; it must not keep anybody from working.
  await replayJournals(db, identity.device).catch(ignoreUnlessBug)
  const session = useSessionStore(pinia)
  session.person = parsePerson(person)
  session.lost = lostDeviceOf(identity)
  keepHeadsCopy(db, identity.device)
  askToKeepStorage(db, pinia)
  keepReserve(db)
  const firstScreen = createFirstScreen()
  return {
    db,
    device: identity.device,
    signer: identity.signer,
    now: () => new Date(),
    randomId,
    clockOffset: () => useSyncStore(pinia).status.clockOffset,
    ...startSending({ db, identity, firstScreen }, pinia),
    firstScreen,
    release,
    ...early,
    work: watchWork(),
  }
}

function lostDeviceOf({ lostDevice }: Identity): LostDevice | undefined {
  if (lostDevice === undefined) return undefined
  const copy = readHeadsCopy()
  return { device: lostDevice, heads: copy?.device === lostDevice ? copy.heads : undefined }
}

interface SendingParts {
  readonly db: LocalDatabase
  readonly identity: Identity
  readonly firstScreen: FirstScreen
}

/** Loaded after the first screen: opening and saving wait for no network code, and go on without it. */
function startSending({ db, identity, firstScreen }: SendingParts, pinia: Pinia): Pick<AppServices, 'syncNow'> {
  const sync = useSyncStore(pinia)
  const fetched = firstScreen.whenStanding.then(() => import('./startSync.ts'))
  const starting = fetched.then(
    ({ startSync }) => startSync(db, identity, (status) => (sync.status = status)),
    () => {
      useHealthStore(pinia).missing = { part: 'sending' }
      return undefined
    },
  )
  return {
    syncNow: () => void starting.then((engine) => engine?.syncNow()),
  }
}

function watchWork(): WorkInProgress {
  const work = createWorkInProgress()
  holdWorkLock(work.watch)
  let closeDialog: (() => void) | undefined
  watchDialogs((isOpen) => {
    closeDialog?.()
    closeDialog = isOpen ? work.begin() : undefined
  })
  return work
}

/** Asked when the first entry arrives, and not before there is something to keep: some browsers ask the person. */
function askToKeepStorage(db: LocalDatabase, pinia: Pinia): void {
  const session = useSessionStore(pinia)
  const note = (isKept: boolean) => (session.mayBeCleared = !isKept)
  if (session.person !== undefined) void readStorageState().then(({ isPersisted }) => note(isPersisted))
  const endWatch = db.watch(() => {
    endWatch()
    void persistStorage().then(note)
  })
}
