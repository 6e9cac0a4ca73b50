// Width and height from a picture's first bytes, without unpacking it: a few kilobytes can claim to be a picture without end.

export interface PictureSize {
  readonly width: number
  readonly height: number
}

type Reader = (view: DataView) => PictureSize | undefined

const readers: Readonly<Record<string, Reader>> = {
  'image/jpeg': readJpeg,
  'image/png': (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  'image/gif': (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  'image/webp': readWebp,
  'image/heic': readHeif,
  'image/heif': readHeif,
}

/** Undefined where the beginning does not say it: then it is no picture. */
export function readPictureSize(mediaType: string, head: Uint8Array): PictureSize | undefined {
  try {
    const size = readers[mediaType]?.(new DataView(head.buffer, head.byteOffset, head.byteLength))
    return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined
  } catch (error) {
    // Cut off before its own end.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Segment by segment up to the frame header (ITU-T T.81, B.2.2). */
function readJpeg(view: DataView): PictureSize | undefined {
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    // Fill bytes before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isFrameHeader(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
}

/** SOF0 to SOF15 but for the three of the same range that mean something else. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function readWebp(view: DataView): PictureSize | undefined {
  switch (textAt(view, 12)) {
    case 'VP8X':
      return { width: readUint24(view, 24) + 1, height: readUint24(view, 27) + 1 }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    default:
      return undefined
  }
}

/** The largest of its spatial extents: others belong to previews and tiles. */
function readHeif(view: DataView): PictureSize | undefined {
  let largest: PictureSize | undefined
  for (let at = 0; at + 16 <= view.byteLength; at += 1) {
    if (view.getUint32(at) !== spatialExtents) continue
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (largest === undefined || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest
}

/** `ispe` (ISO/IEC 23008-12, 6.5.3). */
const spatialExtents = 0x69737065

function readUint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}

function textAt(view: DataView, at: number): string {
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, 4))
}
