// Why the camera reads no codes. What a person can do instead is the screen's to say.

export const scannerTroubles = ['camera-refused', 'camera-missing', 'camera-busy', 'reader-missing'] as const
export type ScannerTrouble = (typeof scannerTroubles)[number]

export class ScannerError extends Error {
  override readonly name = 'ScannerError'
  readonly code: ScannerTrouble

  constructor(code: ScannerTrouble, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}
