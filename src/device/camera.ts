// The tablet's rear camera. A shot is what the camera itself makes where the browser hands that out; it is never encoded a second time.

/** `refused`: the person or a policy says no. `missing`: no camera, or a browser without access to it. `busy`: another app has it. */
export type CameraTrouble = 'refused' | 'missing' | 'busy'

export interface Camera {
  readonly stream: MediaStream
  readonly hasTorch: boolean
  readonly setTorch: (isOn: boolean) => Promise<void>
  /** `video` shows the stream. Rejects where the camera gave nothing. */
  readonly shoot: (video: HTMLVideoElement) => Promise<Blob>
  readonly close: () => void
}

export type CameraOpening =
  { readonly state: 'open'; readonly camera: Camera } | { readonly state: 'trouble'; readonly code: CameraTrouble }

/** As much as the camera has. */
const wanted = { facingMode: { ideal: 'environment' }, width: { ideal: 4096 }, height: { ideal: 3072 } }
const jpegQuality = 0.92
/** Some cameras never answer a request for a full photo while a torch is on. */
const photoTimeoutMs = 4_000

export async function openCamera(): Promise<CameraOpening> {
  // Absent on pages without a secure origin, whatever the types say.
  const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices
  if (devices === undefined) return { state: 'trouble', code: 'missing' }
  try {
    return { state: 'open', camera: cameraOf(await devices.getUserMedia({ video: wanted, audio: false })) }
  } catch (error) {
    return { state: 'trouble', code: troubleOf(error) }
  }
}

function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'missing'
}

function cameraOf(stream: MediaStream): Camera {
  const [track] = stream.getVideoTracks()
  const capabilities: object = track?.getCapabilities() ?? {}
  return {
    stream,
    hasTorch: 'torch' in capabilities && capabilities.torch === true,
    async setTorch(isOn) {
      // The types do not know the torch yet.
      await track?.applyConstraints({ advanced: [{ torch: isOn } as MediaTrackConstraintSet] })
    },
    shoot: async (video) => (await takePhoto(track)) ?? (await drawFrame(video)),
    close() {
      for (const each of stream.getTracks()) each.stop()
    },
  }
}

interface PhotoTaker {
  takePhoto: () => Promise<Blob>
}

/** Undefined where the browser cannot, or the camera did not. */
async function takePhoto(track: MediaStreamTrack | undefined): Promise<Blob | undefined> {
  const { ImageCapture } = globalThis as { ImageCapture?: new (track: MediaStreamTrack) => PhotoTaker }
  if (ImageCapture === undefined || track === undefined) return undefined
  try {
    const photo = await Promise.race([
      new ImageCapture(track).takePhoto(),
      new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), photoTimeoutMs)),
    ])
    return photo !== undefined && photo.size > 0 ? photo : undefined
  } catch {
    return undefined
  }
}

async function drawFrame(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality))
  if (blob === null) throw new DOMException('the camera gave no picture', 'InvalidStateError')
  return blob
}
