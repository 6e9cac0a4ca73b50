// The rear camera while its sheet is open. It is let go with the sheet, and when the page is hidden: nothing looks on unseen.
import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { useAppServices } from './appServices.ts'
import type { PickedFile } from '../components/evidence/PickedFile.ts'
import { openCamera, type Camera, type CameraTrouble } from '../../device/camera.ts'

export type CameraState =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly camera: Camera }
  | { readonly state: 'trouble'; readonly code: CameraTrouble | 'no-shot' }

export interface OpenCamera {
  readonly state: Readonly<ShallowRef<CameraState>>
  readonly isTorchOn: Readonly<Ref<boolean>>
  readonly toggleTorch: () => Promise<void>
  /** Undefined where the camera gave nothing, which `state` then says. */
  readonly shoot: (video: HTMLVideoElement) => Promise<PickedFile | undefined>
  readonly reopen: () => Promise<void>
}

export function useCamera(): OpenCamera {
  const { now } = useAppServices()
  const state = shallowRef<CameraState>({ state: 'opening' })
  const isTorchOn = ref(false)
  let isOver = false

  function close(): void {
    if (state.value.state === 'open') state.value.camera.close()
    isTorchOn.value = false
  }

  async function reopen(): Promise<void> {
    close()
    state.value = { state: 'opening' }
    const opening = await openCamera()
    if (isOver && opening.state === 'open') opening.camera.close()
    else state.value = opening
  }

  const onVisibility = () => {
    if (document.hidden) close()
    else void reopen()
  }
  document.addEventListener('visibilitychange', onVisibility)
  onScopeDispose(() => {
    isOver = true
    document.removeEventListener('visibilitychange', onVisibility)
    close()
  })
  void reopen()

  return {
    state,
    isTorchOn,
    reopen,
    async toggleTorch() {
      if (state.value.state !== 'open') return
      await state.value.camera.setTorch(!isTorchOn.value)
      isTorchOn.value = !isTorchOn.value
    },
    async shoot(video) {
      if (state.value.state !== 'open') return undefined
      const at = now()
      try {
        const bytes = await state.value.camera.shoot(video)
        return { bytes, name: photoName(at, bytes.type), capturedAt: at.toISOString() }
      } catch (error) {
        if (!(error instanceof DOMException)) throw error
        state.value = { state: 'trouble', code: 'no-shot' }
        return undefined
      }
    },
  }
}

/** `photo-20231024-143205.jpg`, by the tablet's clock. */
function photoName(at: Date, mediaType: string): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${String(at.getFullYear())}${two(at.getMonth() + 1)}${two(at.getDate())}`
  const time = `${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`
  return `photo-${day}-${time}.${mediaType === 'image/png' ? 'png' : 'jpg'}`
}
