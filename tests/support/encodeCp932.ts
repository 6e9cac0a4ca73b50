// Text to CP932 bytes, as a Japanese Excel saves CSV. Node only decodes it, so the table is made by decoding every code once.

let codes: ReadonlyMap<string, readonly number[]> | undefined

export function encodeCp932(text: string): Uint8Array {
  codes ??= readCodes()
  const table = codes
  return Uint8Array.from(
    Array.from(text).flatMap((sign) => {
      const bytes = table.get(sign)
      if (bytes === undefined) throw new Error(`not in CP932: ${sign}`)
      return bytes
    }),
  )
}

function readCodes(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('shift_jis', { fatal: true })
  const found = new Map<string, readonly number[]>()
  const note = (bytes: readonly number[]) => {
    try {
      const sign = decoder.decode(Uint8Array.from(bytes))
      if (!found.has(sign)) found.set(sign, bytes)
    } catch (error) {
      // No sign has this code.
      if (!(error instanceof TypeError)) throw error
    }
  }
  for (let byte = 0; byte < 0x100; byte += 1) note([byte])
  for (let lead = 0x81; lead <= 0xfc; lead += 1) for (let trail = 0x40; trail <= 0xfc; trail += 1) note([lead, trail])
  return found
}
