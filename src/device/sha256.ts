// SHA-256 (FIPS 180-4) of texts, synchronously: WebCrypto's is asynchronous and would open a gap in which another tab could write.
// Ours because first sync is mostly hashing: whole 32-bit integers and no allocation make it three times as fast as a general library.
// The tests hold it against another implementation. It hashes what is public anyway; it must never be given a secret to compare.

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (4.2.2). */
// prettier-ignore
const roundConstants = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
])
/** The same of the square roots of the first 8 primes (5.3.3). */
const initialHash = new Int32Array([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
])

const blockBytes = 64
/** A one bit, then the length in bits as 64-bit number. */
const paddingBytes = 9

// Shared between calls, which cannot interleave: nothing here awaits.
const encoder = new TextEncoder()
const schedule = new Int32Array(64)
const hash = new Int32Array(8)
let message = new Uint8Array(4096)

/** SHA-256 of the UTF-8 bytes of a text, as base64url without padding (43 characters). */
export function sha256(text: string): string {
  const end = encodePadded(text)
  hash.set(initialHash)
  for (let at = 0; at < end; at += blockBytes) addBlock(at)
  return hashToBase64url()
}

/** Puts the padded text into `message` and returns its length. */
function encodePadded(text: string): number {
  // A UTF-16 unit takes at most three bytes.
  const most = text.length * 3 + paddingBytes + blockBytes
  if (message.length < most) message = new Uint8Array(2 * most)
  const length = encoder.encodeInto(text, message).written
  const end = Math.ceil((length + paddingBytes) / blockBytes) * blockBytes
  message.fill(0, length, end)
  message[length] = 0x80
  // The length in bits; 2^32 bits would be half a gigabyte, which no text of ours is.
  const bits = length * 8
  message[end - 4] = bits >>> 24
  message[end - 3] = bits >>> 16
  message[end - 2] = bits >>> 8
  message[end - 1] = bits
  return end
}

/** One block of 64 bytes (6.2.2). Typed arrays always hold what is read here; `| 0` keeps every sum a 32-bit integer. */
function addBlock(at: number): void {
  fillSchedule(at)
  let a = hash[0] ?? 0
  let b = hash[1] ?? 0
  let c = hash[2] ?? 0
  let d = hash[3] ?? 0
  let e = hash[4] ?? 0
  let f = hash[5] ?? 0
  let g = hash[6] ?? 0
  let h = hash[7] ?? 0
  for (let round = 0; round < 64; round += 1) {
    const sumE = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const chosen = (e & f) ^ (~e & g)
    const first = (h + sumE + chosen + (roundConstants[round] ?? 0) + (schedule[round] ?? 0)) | 0
    const sumA = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const second = (sumA + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  addToHash(0, a)
  addToHash(1, b)
  addToHash(2, c)
  addToHash(3, d)
  addToHash(4, e)
  addToHash(5, f)
  addToHash(6, g)
  addToHash(7, h)
}

function addToHash(index: number, value: number): void {
  hash[index] = ((hash[index] ?? 0) + value) | 0
}

function fillSchedule(at: number): void {
  for (let word = 0; word < 16; word += 1) {
    const byte = at + word * 4
    schedule[word] =
      ((message[byte] ?? 0) << 24) |
      ((message[byte + 1] ?? 0) << 16) |
      ((message[byte + 2] ?? 0) << 8) |
      (message[byte + 3] ?? 0)
  }
  for (let word = 16; word < 64; word += 1) {
    const x = schedule[word - 15] ?? 0
    const y = schedule[word - 2] ?? 0
    const low = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const high = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    schedule[word] = ((schedule[word - 16] ?? 0) + low + (schedule[word - 7] ?? 0) + high) | 0
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** Two characters for each 12 bits. */
const pairs = Array.from({ length: 4096 }, (_, bits) => alphabet.charAt(bits >>> 6) + alphabet.charAt(bits & 63))

function hashToBase64url(): string {
  let text = ''
  for (let bit = 0; bit < 256; bit += 12) {
    const word = hash[bit >>> 5] ?? 0
    const shift = 20 - (bit & 31)
    const next = hash[(bit >>> 5) + 1] ?? 0
    const bits = shift >= 0 ? word >>> shift : (word << -shift) | (next >>> (32 + shift))
    text += pairs[bits & 4095] ?? ''
  }
  return text.slice(0, 43)
}
