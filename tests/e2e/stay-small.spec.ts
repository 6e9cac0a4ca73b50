// What a first start over a weak line, and a cold one on a slow tablet, have to wait for stays small.
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { initialBytes, mostInitialBytes, mostStartScripts, startScripts } from '../support/initialBytes.ts'

const app = fileURLToPath(new URL('../../dist/app', import.meta.url))

test('scripts, words and styles of a first start stay below their limits', () => {
  const { scripts, styles } = initialBytes(app)
  expect(scripts).toBeLessThanOrEqual(mostInitialBytes.scripts)
  expect(styles).toBeLessThanOrEqual(mostInitialBytes.styles)
  // Should nothing be found, nothing was measured.
  expect(scripts).toBeGreaterThan(100_000)
  expect(styles).toBeGreaterThan(1_000)
})

test('a start on the list of audits asks for few scripts', () => {
  const scripts = startScripts(app)
  expect(scripts.length, scripts.join(' ')).toBeLessThanOrEqual(mostStartScripts)
})
