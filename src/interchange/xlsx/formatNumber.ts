// A cell's number as its format shows it. Formats that registers do not use (fractions, powers) show the plain number.
import { formatSerialDate } from './formatSerialDate.ts'
import { sectionFor, type FormatToken } from './formatTokens.ts'

/** What Excel keeps of a number: more digits would be noise of the binary form. */
const significantDigits = 15

export function formatNumber(value: number, code: string, countsFrom1904: boolean): string {
  const { tokens, signed } = sectionFor(value, code)
  const codes = tokens.filter(({ type }) => type === 'code').map(({ text }) => text.toLowerCase())
  const joined = codes.join('')
  if (joined.includes('general') || joined === '@' || joined.includes('標準')) return around(tokens, plainNumber(value))
  if (/e[+-]|\//.test(joined) && /[0#?]/.test(joined) && !/[ymdhsg]/.test(joined)) return plainNumber(value)
  if (/[ymdhsga]|^e+$/.test(joined)) return formatSerialDate(value, tokens, countsFrom1904) ?? plainNumber(value)
  if (!/[0#?]/.test(joined)) return tokens.length === 0 ? plainNumber(value) : literalsOf(tokens)
  const filled = fillDigits(Math.abs(value), tokens)
  return value < 0 && signed && /[1-9]/.test(filled) ? `-${filled}` : filled
}

function plainNumber(value: number): string {
  return String(Number(value.toPrecision(significantDigits)))
}

function literalsOf(tokens: readonly FormatToken[]): string {
  return tokens.flatMap(({ type, text }) => (type === 'literal' ? [text] : [])).join('')
}

/** `"No."General`: the literals stay around the plain number. */
function around(tokens: readonly FormatToken[], number: string): string {
  const first = tokens.findIndex(({ type }) => type === 'code')
  const last = tokens.findLastIndex(({ type }) => type === 'code')
  return literalsOf(tokens.slice(0, Math.max(0, first))) + number + literalsOf(tokens.slice(last + 1))
}

const isPlace = (sign: string) => sign === '0' || sign === '#' || sign === '?'

/** Fills the digits into their places: `000-0000`, `#,##0.0`, `"USB-"000`. */
function fillDigits(value: number, tokens: readonly FormatToken[]): string {
  const signs = tokens.flatMap<FormatToken>((token) =>
    token.type === 'literal' ? [token] : Array.from(token.text).map((text) => ({ type: 'code', text })),
  )
  const codes = signs.map(({ type, text }) => (type === 'code' ? text : ''))
  const point = codes.indexOf('.')
  const whole = point === -1 ? signs : signs.slice(0, point)
  const places = codes.slice(point === -1 ? codes.length : point + 1).filter(isPlace)
  const scaled = codes.includes('%') ? value * 100 : value
  const [integer = '0', decimals = ''] = scaled.toFixed(Math.min(places.length, 20)).split('.')
  const isGrouped = /[0#?],[0#?]/.test(codes.slice(0, whole.length).join(''))
  const front = fillWhole(whole, integer === '0' ? '' : integer, isGrouped)
  if (point === -1) return front
  const needed = places.findLastIndex((place) => place === '0') + 1
  const kept = decimals.slice(0, Math.max(needed, decimals.replace(/0+$/, '').length))
  const tail = signs.slice(point + 1).filter(({ type, text }) => type === 'literal' || text === '%')
  return `${front}${kept === '' ? '' : `.${kept}`}${tail.map(({ text }) => text).join('')}`
}

/** From the right: each place takes a digit, the leftmost place takes all that are left. */
function fillWhole(signs: readonly FormatToken[], digits: string, isGrouped: boolean): string {
  const firstPlace = signs.findIndex(({ type, text }) => type === 'code' && isPlace(text))
  let rest = digits
  let placed = 0
  let shown = ''
  const put = (digit: string) => {
    shown = isGrouped && placed > 0 && placed % 3 === 0 ? `${digit},${shown}` : digit + shown
    placed += 1
  }
  for (let index = signs.length - 1; index >= 0; index -= 1) {
    const { type, text } = signs[index] ?? { type: 'literal', text: '' }
    if (type === 'literal') shown = text + shown
    else if (isPlace(text)) {
      if (rest !== '') put(rest.slice(-1))
      else if (text === '0') put('0')
      rest = rest.slice(0, -1)
      while (index === firstPlace && rest !== '') {
        put(rest.slice(-1))
        rest = rest.slice(0, -1)
      }
    } else if (text !== ',') shown = text + shown
  }
  return shown
}
