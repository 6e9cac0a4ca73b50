import { afterEach, describe, expect, test, vi } from 'vitest'
import { scanBarcodes } from '../../../src/device/scanBarcodes.ts'
import { ScannerError, type ScannerTrouble } from '../../../src/device/ScannerError.ts'

const ignore = { onCode: () => undefined, onLost: () => undefined }
/** Never reached: the camera is asked for first. */
const video = {} as HTMLVideoElement

afterEach(() => vi.unstubAllGlobals())

async function troubleWith(mediaDevices: unknown): Promise<ScannerTrouble | undefined> {
  vi.stubGlobal('navigator', { mediaDevices })
  const error: unknown = await scanBarcodes(video, ignore).catch((each: unknown) => each)
  return error instanceof ScannerError ? error.code : undefined
}

describe('a camera that cannot be had is told apart by what a person can do about it', () => {
  test.each([
    ['NotAllowedError', 'camera-refused'],
    ['SecurityError', 'camera-refused'],
    ['NotFoundError', 'camera-missing'],
    ['OverconstrainedError', 'camera-missing'],
    ['NotReadableError', 'camera-busy'],
    ['AbortError', 'camera-busy'],
  ])('%s is %s', async (name, code) => {
    const getUserMedia = () => Promise.reject(new DOMException('no', name))
    expect(await troubleWith({ getUserMedia })).toBe(code)
  })

  test('a page that came without HTTPS has none', async () => {
    expect(await troubleWith(undefined)).toBe('camera-missing')
  })
})
