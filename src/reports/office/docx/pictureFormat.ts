// What a picture's bytes are, and how large: Word needs both and works out neither. Only formats that every Word shows.

export interface PictureFormat {
  readonly type: 'jpg' | 'png'
  /** Pixels as shown. */
  readonly width: number
  readonly height: number
}

/** Undefined for other formats (WebP, HEIC) and for bytes that are cut short. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = isPng(view) ? pngSize(view) : jpegSize(view)
  return found !== undefined && found.width > 0 && found.height > 0 ? found : undefined
}

function isPng(view: DataView): boolean {
  return view.byteLength >= 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a
}

function pngSize(view: DataView): PictureFormat {
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** Marks that begin a frame and so its size; three numbers between them mean tables. */
const notFrames: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc])

function jpegSize(view: DataView): PictureFormat | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  let at = 2
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined
    const mark = view.getUint8(at + 1)
    if (mark >= 0xc0 && mark <= 0xcf && !notFrames.has(mark)) {
      return { type: 'jpg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    // A mark may be preceded by any number of fillers.
    at += mark === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}
