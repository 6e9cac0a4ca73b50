// Reads codes from the rear camera until it is stopped. The pictures stay in memory and are never kept.
//
//   asked ──camera and reader there──▶ reading ──stop──▶ stopped
//     └── refused, missing, busy ──▶ ScannerError     └── camera taken away, reader broken ──▶ onLost, stopped
import { createRepeatFilter } from './createRepeatFilter.ts'
import { ScannerError, type ScannerTrouble } from './ScannerError.ts'
import type { ScannedCode } from './readBarcodes.ts'

export interface Scan {
  readonly hasTorch: boolean
  readonly setTorch: (isOn: boolean) => Promise<void>
  readonly stop: () => void
}

export interface ScanEvents {
  /** Once for each code that comes into sight. */
  readonly onCode: (code: ScannedCode) => void
  /** Another program took the camera, it was unplugged, or the reader broke. */
  readonly onLost: (code: ScannerTrouble) => void
}

/** Between two readings: the tablet stays cool, and a hand moves no further than a label's width. */
const pauseMs = 120
/** Wider pictures only cost time: a label fills a good part of the frame. */
const mostPixels = 1_280

/** Rejects with `ScannerError`. The video shows the camera's picture. */
export async function scanBarcodes(video: HTMLVideoElement, { onCode, onLost }: ScanEvents): Promise<Scan> {
  const stream = await openCamera()
  const end = () => {
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
  try {
    const [read] = await Promise.all([loadReader(), play(video, stream)])
    const [track] = stream.getVideoTracks()
    const lose = (code: ScannerTrouble) => {
      stop()
      onLost(code)
    }
    const stopReading = readOn(video, read, { onCode, onLost: lose })
    const stop = () => {
      stopReading()
      end()
    }
    track?.addEventListener('ended', () => lose('camera-busy'))
    return { ...torchOf(track), stop }
  } catch (error) {
    end()
    throw error
  }
}

async function openCamera(): Promise<MediaStream> {
  // Missing where the page did not come over HTTPS.
  const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices
  if (devices === undefined) throw new ScannerError('camera-missing')
  try {
    return await devices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1_280 }, height: { ideal: 720 } },
    })
  } catch (error) {
    throw new ScannerError(troubleOf(error), error)
  }
}

function troubleOf(error: unknown): ScannerError['code'] {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'camera-refused'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'camera-missing' : 'camera-busy'
}

async function loadReader() {
  try {
    const { prepareReader, readBarcodes } = await import('./readBarcodes.ts')
    await prepareReader()
    return readBarcodes
  } catch (error) {
    throw new ScannerError('reader-missing', error)
  }
}

async function play(video: HTMLVideoElement, stream: MediaStream): Promise<void> {
  video.srcObject = stream
  try {
    await video.play()
  } catch (error) {
    throw new ScannerError('camera-busy', error)
  }
}

/** One picture after the other; returns what ends it. */
function readOn(
  video: HTMLVideoElement,
  read: (picture: ImageData) => Promise<readonly ScannedCode[]>,
  { onCode, onLost }: ScanEvents,
): () => void {
  const isNew = createRepeatFilter()
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const step = async () => {
    const picture = context === null ? undefined : pictureOf(video, context)
    const codes = picture === undefined ? [] : await read(picture).catch(() => undefined)
    if (isStopped) return
    if (codes === undefined) {
      onLost('reader-missing')
      return
    }
    for (const code of codes) if (isNew(code.text, performance.now())) onCode(code)
    timer = setTimeout(() => void step(), pauseMs)
  }
  void step()
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}

function pictureOf(video: HTMLVideoElement, context: CanvasRenderingContext2D): ImageData | undefined {
  const { videoWidth, videoHeight } = video
  if (videoWidth === 0 || videoHeight === 0) return undefined
  const scale = Math.min(1, mostPixels / Math.max(videoWidth, videoHeight))
  const width = Math.round(videoWidth * scale)
  const height = Math.round(videoHeight * scale)
  const { canvas } = context
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  context.drawImage(video, 0, 0, width, height)
  return context.getImageData(0, 0, width, height)
}

function torchOf(track: MediaStreamTrack | undefined): Pick<Scan, 'hasTorch' | 'setTorch'> {
  // Older Firefox tells no capabilities; the light is one in Chromium and Safari only.
  const isTold = track !== undefined && 'getCapabilities' in track
  const capabilities: MediaTrackCapabilities & { torch?: boolean } = isTold ? track.getCapabilities() : {}
  return {
    hasTorch: capabilities.torch === true,
    async setTorch(isOn) {
      const wish: MediaTrackConstraintSet & { torch: boolean } = { torch: isOn }
      await track?.applyConstraints({ advanced: [wish] })
    },
  }
}
