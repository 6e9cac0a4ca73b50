import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { must } from '../../../../src/domain/must.ts'

const sheet = readFileSync(fileURLToPath(new URL('../../../../src/app/styles/tokens.css', import.meta.url)), 'utf8')

/** The hex colours of one theme. The first block of the sheet is the light one. */
function colours(theme: string): Map<string, string> {
  const block = must(sheet.split(`[data-theme='${theme}'] {`)[1]?.split('}')[0], `theme ${theme}`)
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name ?? '', value ?? '']),
  )
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * must(red, 'red') + 0.7152 * must(green, 'green') + 0.0722 * must(blue, 'blue')
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (must(light, 'light') + 0.05) / (must(dark, 'dark') + 0.05)
}

const AAA = 7
const AA = 4.5
const EDGE = 3

const roles = ['ok', 'ng', 'part', 'na', 'conflict', 'pending']
const fills = ['primary', 'ok', 'ng', 'part', 'na', 'conflict']
const grounds = ['canvas', 'surface', 'sunken']
const softs = [...roles, 'primary'].map((role) => `${role}-soft`)

/** Every pair in use: [front, ground, least ratio]. Adding a pair to a component means adding it here. */
const pairs: [string, string, number][] = [
  ...grounds.flatMap((ground): [string, string, number][] => [
    ['ink', ground, AAA],
    ['ink-2', ground, AAA],
    ['ink-3', ground, AA],
    ['line-strong', ground, EDGE],
    ['focus', ground, EDGE],
  ]),
  ...[...roles, 'primary'].map((role): [string, string, number] => [role, 'surface', AAA]),
  ...[...roles, 'primary'].map((role): [string, string, number] => [role, 'canvas', AAA]),
  ...roles.map((role): [string, string, number] => [role, `${role}-soft`, AAA]),
  ...softs.map((soft): [string, string, number] => ['ink', soft, AAA]),
  ...softs.map((soft): [string, string, number] => ['focus', soft, EDGE]),
  ['primary-strong', 'primary-soft', AAA],
  ...fills.map((role): [string, string, number] => [`${role}-on`, `${role}-fill`, AAA]),
  ['on-nav', 'nav', AAA],
  ['nav-active', 'nav', AAA],
]

describe.each(['light', 'dark', 'contrast'])('the %s theme', (theme) => {
  const found = colours(theme)
  const colour = (name: string) => must(found.get(name), `${theme} ${name}`)

  test.each(pairs)('%s on %s reaches %d : 1', (front, ground, least) => {
    expect(contrast(colour(front), colour(ground))).toBeGreaterThanOrEqual(least)
  })

  test('gives a colour to every name the light theme has', () => {
    expect([...found.keys()].sort()).toEqual([...colours('light').keys()].sort())
  })
})

test('contrast is counted as WCAG counts it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
