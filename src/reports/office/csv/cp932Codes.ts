// Characters to the codes by which a Japanese Windows saves them (CP932). Every browser can read these codes and none can write them,
// so the table is made once, by reading every code there is.

/** Written twice over in the character set: Windows reads these rows (NEC's selection of IBM's characters) and never writes them. */
const onlyRead: ReadonlySet<number> = new Set([0xed, 0xee])
const leads: readonly (readonly [first: number, last: number])[] = [
  [0x81, 0x9f],
  [0xe0, 0xfc],
]
const trails: readonly (readonly [first: number, last: number])[] = [
  [0x40, 0x7e],
  [0x80, 0xfc],
]
const halfWidthKatakana: readonly [first: number, last: number] = [0xa1, 0xdf]
const unread = '\uFFFD'

let codes: ReadonlyMap<string, readonly number[]> | undefined

/** One byte or two. Codes below 0x80 are ASCII in every decoder but for a few controls, which no text has. */
export function cp932Codes(): ReadonlyMap<string, readonly number[]> {
  codes ??= readCodes()
  return codes
}

function readCodes(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('shift_jis')
  const found = new Map<string, readonly number[]>()
  const note = (bytes: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes))
    // A pair without a character reads as the unreadable sign, alone or before its second byte.
    if (!character.startsWith(unread) && !found.has(character)) found.set(character, bytes)
  }
  for (let code = 0; code < 0x80; code += 1) found.set(String.fromCharCode(code), [code])
  for (const byte of numbersIn(halfWidthKatakana)) note([byte])
  for (const lead of leads.flatMap(numbersIn)) {
    if (!onlyRead.has(lead)) for (const trail of trails.flatMap(numbersIn)) note([lead, trail])
  }
  return found
}

function numbersIn([first, last]: readonly [number, number]): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
