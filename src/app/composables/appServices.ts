// The long-lived things that `bootstrap` made, handed to composables by injection. Components never see them.
import { inject, type InjectionKey } from 'vue'
import type { FirstScreen } from './createFirstScreen.ts'
import type { WorkInProgress } from './createWorkInProgress.ts'
import type { DeviceId } from '../../domain/oplog/Dot.ts'
import { must } from '../../domain/must.ts'
import type { InstallPrompt } from '../../device/installPrompt.ts'
import type { LocalDatabase } from '../../localdb/LocalDatabase.ts'
import type { Signer } from '../../sync/SyncPorts.ts'

export interface ServiceWorkerAccess {
  /** Calls back when a newer version waits to be applied. */
  readonly onUpdateReady: (listener: () => void) => void
  /** Lets the newer version take over and loads the page anew; comes back only where nothing newer was there after all. */
  readonly applyUpdate: () => Promise<void>
  /** Asks the server for a newer version now and not only every hour. True where one is on its way or waits already. */
  readonly lookForUpdate: () => Promise<boolean>
  /** A newer version has taken over from another tab: what this page has not loaded yet may no longer be there. */
  readonly isReplaced: () => boolean
}

export interface AppServices {
  readonly db: LocalDatabase
  readonly device: DeviceId
  /** Signs what this tablet hands out. */
  readonly signer: Signer
  readonly now: () => Date
  /** 16 fresh random bytes as 22 base64url characters. */
  readonly randomId: () => string
  /** Distance to the server's clock in milliseconds; null before the first contact. */
  readonly clockOffset: () => number | null
  readonly syncNow: () => void
  /** Resolves once the texts of every screen are there; rejects where they cannot be fetched. */
  readonly allWords: () => Promise<void>
  /** Which build this is. */
  readonly release: string
  /** Absent where the browser has no service workers. */
  readonly serviceWorker: ServiceWorkerAccess | undefined
  /** The browser's own offer to install the app. */
  readonly installPrompt: InstallPrompt
  readonly firstScreen: FirstScreen
  /** What is begun on this page and not yet kept. */
  readonly work: WorkInProgress
}

export const appServicesKey: InjectionKey<AppServices> = Symbol('app services')

export function useAppServices(): AppServices {
  return must(inject(appServicesKey), 'app services')
}
