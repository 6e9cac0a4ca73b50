// Whether the camera may be used, without starting it; and a try that starts it for a moment.

/** `prompt`: the browser will ask the person. `unknown`: it does not tell before the camera is used. */
export type CameraAccess = 'granted' | 'prompt' | 'refused' | 'missing' | 'busy' | 'unknown'

export async function readCameraAccess(): Promise<CameraAccess> {
  // Absent on pages without a secure origin, whatever the types say.
  const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices
  if (devices === undefined) return 'missing'
  try {
    const access = accessOf(await permissionState())
    if (access === 'refused') return access
    const all = await devices.enumerateDevices()
    return all.some(({ kind }) => kind === 'videoinput') ? access : 'missing'
  } catch {
    return 'unknown'
  }
}

/** The camera is on for as long as it takes to open it. */
export async function tryCamera(): Promise<CameraAccess> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true, audio: false })
    for (const track of stream.getTracks()) track.stop()
    return 'granted'
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
    return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'missing'
  }
}

/** Undefined where the browser cannot be asked about the camera. */
async function permissionState(): Promise<PermissionState | undefined> {
  try {
    return (await navigator.permissions.query({ name: 'camera' })).state
  } catch {
    return undefined
  }
}

function accessOf(state: PermissionState | undefined): CameraAccess {
  if (state === undefined) return 'unknown'
  return state === 'denied' ? 'refused' : state
}
