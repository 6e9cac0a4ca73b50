// Bytes as base64url without padding (RFC 4648, section 5).

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    text += alphabet.charAt(bits >>> 18) + alphabet.charAt((bits >>> 12) & 63)
    if (left > 1) text += alphabet.charAt((bits >>> 6) & 63)
    if (left > 2) text += alphabet.charAt(bits & 63)
  }
  return text
}
