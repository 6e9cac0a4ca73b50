// @ts-check
// The failed tests in what Vitest and Playwright wrote into test-results/, each with the first words of its error:
// short enough to be read whole where the log of a run is cut.
import { readFileSync } from 'node:fs'

/** @typedef {{ title: string, message: string }} Failure */
/** @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite */
/** @typedef {{ title: string, file: string, line: number, tests: { projectName: string, status: string, results: { duration: number, errors: { message?: string }[] }[] }[] }} Spec */

const messageLines = 12
// Terminal colours.
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

/**
 * @param {string} folder
 * @returns {Failure[]}
 */
export function readFailures(folder) {
  return [...read(`${folder}/vitest.json`, vitestFailures), ...read(`${folder}/playwright.json`, playwrightFailures)]
}

/**
 * @param {string} file
 * @param {(report: any) => Failure[]} failuresOf
 * @returns {Failure[]}
 */
function read(file, failuresOf) {
  try {
    return failuresOf(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    return [{ title: file, message: `no result: ${String(error)}` }]
  }
}

/** @param {{ testResults: { name: string, status: string, message: string, assertionResults: { fullName: string, status: string, failureMessages: string[] }[] }[] }} report */
function vitestFailures({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [{ title: name, message: shorten(message) }] : []
    return failed.map((test) => ({
      title: `${name} › ${test.fullName}`,
      message: shorten(test.failureMessages.join('\n')),
    }))
  })
}

/** @param {{ suites: Suite[], errors: { message?: string }[] }} report */
function playwrightFailures({ suites, errors }) {
  const outside = errors.map(({ message = '' }) => ({ title: 'outside any test', message: shorten(message) }))
  return [...suites.flatMap(specsOf).flatMap(specFailures), ...outside]
}

/**
 * @param {Suite} suite
 * @returns {Spec[]}
 */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}

/** @param {Spec} spec */
function specFailures({ title, file, line, tests }) {
  return tests
    .filter(({ status }) => status === 'unexpected' || status === 'flaky')
    .map(({ projectName, results }) => ({
      title: `${projectName} › ${file}:${line} › ${title} (${results.map(({ duration }) => `${duration} ms`).join(', ')})`,
      message: shorten(results.flatMap(({ errors }) => errors.map(({ message = '' }) => message)).join('\n')),
    }))
}

/** @param {string} message */
function shorten(message) {
  return message
    .replace(colours, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, messageLines)
    .join('\n')
}
