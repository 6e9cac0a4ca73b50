// Random bytes of any length: the browser gives 65,536 at a time.

const mostAtOnce = 65_536

export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += mostAtOnce) crypto.getRandomValues(bytes.subarray(at, at + mostAtOnce))
  return bytes
}
