// Finds codes in a picture by the WebAssembly reader that is part of the app. Loaded only when somebody scans; asks no network.
import { BarcodeDetector, prepareZXingModule, type BarcodeFormat } from 'barcode-detector/ponyfill'
import readerUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'

/** What labels of media, machines and cupboards carry. Fewer formats, fewer false readings. */
const formats: BarcodeFormat[] = ['qr_code', 'data_matrix', 'code_128', 'code_39', 'ean_13', 'ean_8', 'upc_a', 'itf']

export interface ScannedCode {
  readonly text: string
  /** The symbology, `qr_code` for example. */
  readonly format: string
}

/** Resolves once the reader is there. */
export async function prepareReader(): Promise<void> {
  await prepareZXingModule({ overrides: { locateFile: () => readerUrl }, fireImmediately: true })
}

const createDetector = () => new BarcodeDetector({ formats })
let detector: BarcodeDetector | undefined

export async function readBarcodes(picture: ImageData): Promise<readonly ScannedCode[]> {
  detector ??= createDetector()
  const found = await detector.detect(picture)
  return found.map(({ rawValue, format }) => ({ text: rawValue, format })).filter(({ text }) => text.trim() !== '')
}
