// Gathers what is known of this tablet before it leaves with an audit, and does what the checks offer. Works without a network: what
// could not be asked stays open and is said so.
import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef } from 'vue'
import { storeToRefs } from 'pinia'
import { useAppServices } from './appServices.ts'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import type { OpenAudit } from './OpenAudit.ts'
import { useAppUpdate } from './useAppUpdate.ts'
import { useAuditList } from './useAuditList.ts'
import { useStorage } from './useStorage.ts'
import { checkReadiness, type ReadinessCheck, type ReadinessWay } from '../components/readiness/checkReadiness.ts'
import { previousAudits } from '../components/readiness/previousAudits.ts'
import type { ReadinessFacts } from '../components/readiness/ReadinessFacts.ts'
import { useSyncStore } from '../stores/useSyncStore.ts'
import { readBattery, type Battery } from '../../device/readBattery.ts'
import { readCameraAccess, tryCamera, type CameraAccess } from '../../device/cameraAccess.ts'
import { readKeptApp, type KeptApp } from '../../device/readKeptApp.ts'
import { questionPlaces } from '../../domain/audit/progressOf.ts'
import { presentItems } from '../../domain/audit/roster.ts'
import { rosterKinds } from '../../domain/template/Template.ts'
import { listStreams } from '../../localdb/listStreams.ts'
import type { SyncStatus } from '../../sync/SyncStatus.ts'

/** Room, battery and permissions change beside the app, and nothing tells of it. */
const lookAgainMs = 10_000
/** A tablet on the network asks twice a minute: longer ago than this, something keeps it from asking. */
const freshMs = 5 * 60_000

/** What the browser and the database say, all of one look. */
interface Looked {
  readonly app: KeptApp
  readonly camera: CameraAccess
  readonly battery: Battery | null
  readonly isRefetching: boolean
  readonly at: number
}

export interface Readiness {
  /** Undefined until everything was looked at once. */
  readonly checks: ComputedRef<readonly ReadinessCheck[] | undefined>
  readonly lookAgain: () => Promise<void>
  readonly act: (way: Exclude<ReadinessWay, 'list' | 'details'>) => Promise<void>
}

export function useReadiness(open: OpenAudit): Readiness {
  const services = useAppServices()
  const { status } = storeToRefs(useSyncStore())
  const { storage, persistence, askToPersist } = useStorage()
  const audits = useAuditList()
  const { looked, look, onCameraTried } = useLooks(open)
  const { update, askForUpdate, apply } = useNewest(() => looked.value?.app.state === 'kept')
  const ofAudit = computed(() => factsOfAudit(open))

  const checks = computed(() => {
    if (looked.value === undefined || audits.value === undefined) return undefined
    const { app, camera, battery, isRefetching, at } = looked.value
    return checkReadiness({
      app,
      camera,
      battery,
      isRefetching,
      ...ofAudit.value,
      ...factsOfSync(status.value, at),
      previous: previousAudits(audits.value, { stream: open.stream, unit: unitOf(open) }),
      update: update.value,
      freeBytes: storage.value === null ? null : storage.value.quota - storage.value.used,
      isPersisted: persistence.value === 'persisted',
    })
  })

  async function lookAgain(): Promise<void> {
    services.syncNow()
    await Promise.all([look(), askForUpdate()])
  }

  async function act(way: Exclude<ReadinessWay, 'list' | 'details'>): Promise<void> {
    if (way === 'try-camera') onCameraTried(await tryCamera())
    else if (way === 'persist') await askToPersist()
    else if (way === 'update') await apply()
    else services.syncNow()
  }

  void lookAgain()
  return { checks, lookAgain, act }
}

/** Looks now, every few seconds, and when the person comes back from the settings of the tablet. */
function useLooks(open: OpenAudit) {
  const { db, now } = useAppServices()
  const { status } = storeToRefs(useSyncStore())
  const looked = shallowRef<Looked>()
  /** Where permission is asked for each time, only a try tells. */
  const tried = ref<CameraAccess>()
  async function look(): Promise<void> {
    const known = looked.value?.app
    const [app, camera, battery, streams] = await Promise.all([
      // A kept app stays kept for as long as anybody looks at this screen.
      known?.state === 'kept' ? known : readKeptApp(),
      readCameraAccess(),
      readBattery(),
      listStreams(db),
    ])
    const isRefetching = streams.some(({ stream, isRefetching: is }) => stream === open.stream && is)
    const isAskedEachTime = camera === 'prompt' || camera === 'unknown'
    looked.value = {
      app,
      camera: isAskedEachTime ? (tried.value ?? camera) : camera,
      battery,
      isRefetching,
      at: now().getTime(),
    }
  }
  // What cannot be read now is read at the next look; until then the last one stays.
  const lookQuietly = () => void look().catch(ignoreUnlessBug)
  const timer = setInterval(lookQuietly, lookAgainMs)
  document.addEventListener('visibilitychange', lookQuietly)
  watch(() => status.value.phase.state, lookQuietly)
  onScopeDispose(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', lookQuietly)
  })
  const onCameraTried = (access: CameraAccess) => {
    tried.value = access
    lookQuietly()
  }
  return { looked, look, onCameraTried }
}

/** Whether the server has a newer app. Without a network nobody can know. */
function useNewest(isKept: () => boolean) {
  const { serviceWorker } = useAppServices()
  const { status } = storeToRefs(useSyncStore())
  const { update: offered, apply } = useAppUpdate()
  const asked = ref<'asking' | 'nothing' | 'something'>('asking')
  async function askForUpdate(): Promise<void> {
    asked.value = (await serviceWorker?.lookForUpdate()) === true ? 'something' : 'nothing'
  }
  const update = computed((): ReadinessFacts['update'] => {
    const { phase, lastSyncedAt } = status.value
    if (offered.value !== 'none') return 'waiting'
    if (phase.state === 'offline') return phase.reason === 'upgrade-needed' ? 'needed' : 'not-asked'
    if (serviceWorker === undefined || lastSyncedAt === null) return 'not-asked'
    if (asked.value === 'asking') return 'asking'
    // Before the app is kept, what is on its way is this very version.
    return asked.value === 'something' && isKept() ? 'arriving' : 'newest'
  })
  return { update, askForUpdate, apply }
}

function factsOfAudit({ audit, templates }: OpenAudit): Pick<ReadinessFacts, 'templates' | 'registers'> {
  const pinned = audit.value.header.templates.values[0]?.content.body.templates ?? []
  const asked = new Set(questionPlaces(templates.value).map(({ question }) => question.perRoster))
  return {
    templates: { wanted: pinned.length, known: templates.value.length },
    registers: rosterKinds
      .filter((roster) => asked.has(roster))
      .map((roster) => ({ roster, count: presentItems(audit.value, roster).length })),
  }
}

function unitOf({ audit }: OpenAudit): string {
  return audit.value.header.unit.values[0]?.content.body.unit ?? ''
}

function factsOfSync(
  { phase, unsent, refused, refusedFiles, lastSyncedAt, clockOffset }: SyncStatus,
  at: number,
): Pick<ReadinessFacts, 'line' | 'lastSyncedAt' | 'isFresh' | 'unsent' | 'clockOffset'> {
  const isThrough = phase.state === 'idle' || phase.state === 'sending'
  return {
    line: isThrough ? 'online' : phase.state,
    lastSyncedAt,
    isFresh: lastSyncedAt !== null && at - Date.parse(lastSyncedAt) < freshMs,
    unsent: { ...unsent, refused: refused.length + refusedFiles.length },
    clockOffset,
  }
}
