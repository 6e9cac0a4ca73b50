import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { enFirstMessages } from '../../../../src/app/i18n/enFirstMessages.ts'
import { enMessages } from '../../../../src/app/i18n/enMessages.ts'
import { jaFirstMessages } from '../../../../src/app/i18n/jaFirstMessages.ts'
import { jaMessages } from '../../../../src/app/i18n/jaMessages.ts'

const app = resolve('src/app')
/** What may be on the screen before the texts of the other screens are there: the frame, the first screen, and what these fetch. */
const shownFirst = [
  'main.ts',
  'pages/HomePage.vue',
  'pages/frame/KeyDesk.vue',
  'components/tour/TourCard.vue',
  'components/install/InstallHint.vue',
]

/** Areas whose texts are named in these files and in all that they import, types aside. */
function areasNamedFrom(entries: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const areas = new Set<string>()
  const look = (file: string): void => {
    if (seen.has(file) || !existsSync(file)) return
    seen.add(file)
    const text = readFileSync(file, 'utf8')
    for (const [call] of text.matchAll(/\bt\([^)]*/g))
      for (const [, area = ''] of call.matchAll(/['"`]([a-zA-Z]+)\./g)) areas.add(area)
    for (const [, type, path = ''] of text.matchAll(/^import (type )?[^;]*?['"](\.[^'"]+)['"]/gm))
      if (type === undefined) look(resolve(dirname(file), path))
  }
  for (const entry of entries) look(join(app, entry))
  return areas
}

test.each([
  ['ja', jaFirstMessages, jaMessages],
  ['en', enFirstMessages, enMessages],
])('every area is either fetched with the first screen or after it (%s)', (language, first, others) => {
  const files = readdirSync(join(app, 'i18n', language)).map((name) => name.replace('.json', ''))
  expect([...Object.keys(first), ...Object.keys(others)].sort()).toEqual(files.sort())
})

test('what the frame and the first screen say is there with them', () => {
  const areas = areasNamedFrom(shownFirst)
  expect(areas).toContain('home')
  expect([...areas].filter((area) => !(area in jaFirstMessages))).toEqual([])
  expect(Object.keys(enFirstMessages)).toEqual(Object.keys(jaFirstMessages))
})
