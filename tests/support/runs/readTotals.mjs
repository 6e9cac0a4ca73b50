// @ts-check
// Adds up what Vitest and Playwright wrote into test-results/. A run that left no result counts as one failure.
import { readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number }} Totals */

/**
 * @param {string} folder
 * @returns {{ vitest: Totals, playwright: Totals, all: Totals }}
 */
export function readTotals(folder) {
  const vitest = read(`${folder}/vitest.json`, vitestTotals)
  const playwright = read(`${folder}/playwright.json`, playwrightTotals)
  const all = { passed: vitest.passed + playwright.passed, failed: vitest.failed + playwright.failed }
  return { vitest, playwright, all }
}

/**
 * @param {string} file
 * @param {(report: any) => Totals} totalsOf
 * @returns {Totals}
 */
function read(file, totalsOf) {
  try {
    return totalsOf(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/**
 * A file that could not even be loaded has no tests: it counts as one failure.
 * @param {{ success: boolean, numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report
 */
function vitestTotals({ success, numPassedTests, numFailedTests, testResults }) {
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return { passed: numPassedTests, failed: Math.max(numFailedTests + broken, success ? 0 : 1) }
}

/** @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} report */
function playwrightTotals({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}
