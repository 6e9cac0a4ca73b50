// One small picture of an original, for a worker to make.

/** Sharp on a tile of 240 px at two pixels each. */
const width = 480
const mostHeight = 640
const quality = 0.8

/** Rejects where this browser cannot unpack the picture. */
export async function drawThumbnail(original: Blob): Promise<Blob> {
  const small = await createImageBitmap(original, { resizeWidth: width, resizeQuality: 'medium' })
  try {
    const canvas = new OffscreenCanvas(small.width, Math.min(small.height, mostHeight))
    canvas.getContext('2d')?.drawImage(small, 0, 0)
    return await canvas.convertToBlob({ type: 'image/jpeg', quality })
  } finally {
    small.close()
  }
}
