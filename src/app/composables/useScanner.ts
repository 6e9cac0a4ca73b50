// The camera of a scan dialog: on while its video is on the screen, off the moment it is gone.
import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { createScanSignal, type ScanSignal, type ScanSound } from '../../device/createScanSignal.ts'
import type { ScannedCode } from '../../device/readBarcodes.ts'
import { scanBarcodes, type Scan } from '../../device/scanBarcodes.ts'
import { ScannerError, type ScannerTrouble } from '../../device/ScannerError.ts'

export type ScannerState =
  | { readonly state: 'starting' }
  | { readonly state: 'reading'; readonly hasTorch: boolean; readonly isTorchOn: boolean }
  | { readonly state: 'failed'; readonly code: ScannerTrouble }

export interface Scanner {
  readonly scanner: Readonly<ShallowRef<ScannerState>>
  readonly switchTorch: () => Promise<void>
  readonly signal: (sound: ScanSound) => void
}

export function useScanner(
  video: Readonly<Ref<HTMLVideoElement | null>>,
  onCode: (code: ScannedCode) => void,
): Scanner {
  const scanner = shallowRef<ScannerState>({ state: 'starting' })
  let scan: Scan | undefined
  let sounds: ScanSignal | undefined
  let wanted = 0

  function stop(): void {
    wanted += 1
    scan?.stop()
    sounds?.close()
    scan = sounds = undefined
  }

  async function start(screen: HTMLVideoElement): Promise<void> {
    stop()
    const mine = wanted
    scanner.value = { state: 'starting' }
    sounds = createScanSignal()
    try {
      const started = await scanBarcodes(screen, { onCode, onLost: fail })
      if (mine !== wanted) {
        started.stop()
        return
      }
      scan = started
      scanner.value = { state: 'reading', hasTorch: started.hasTorch, isTorchOn: false }
    } catch (error) {
      if (!(error instanceof ScannerError)) throw error
      if (mine === wanted) fail(error.code)
    }
  }

  function fail(code: ScannerTrouble): void {
    scanner.value = { state: 'failed', code }
  }

  async function switchTorch(): Promise<void> {
    const now = scanner.value
    if (scan === undefined || now.state !== 'reading') return
    const isOn = !now.isTorchOn
    // Some cameras say that they have a light, and then have none.
    const isLit = await scan.setTorch(isOn).then(
      () => true,
      () => false,
    )
    if (scanner.value.state === 'reading')
      scanner.value = isLit ? { ...now, isTorchOn: isOn } : { ...now, hasTorch: false }
  }

  watch(video, (screen) => (screen === null ? stop() : void start(screen)), { immediate: true })
  onScopeDispose(stop)
  return { scanner, switchTorch, signal: (sound) => sounds?.give(sound) }
}
