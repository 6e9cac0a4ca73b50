// @ts-check
// `npm test`: fetches a missing browser, runs Vitest, then builds and runs the end-to-end tests, and adds up.
// A failure in the first does not hide what the second has to say.
import { spawnSync } from 'node:child_process'
import { mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { allEngines, installCommand, installEngines, missingOf } from '../engines/installEngines.mjs'
import { readFailures } from './readFailures.mjs'
import { readTotals } from './readTotals.mjs'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const results = `${root}test-results`
const requiresAll = process.env['GENBA_REQUIRE_ALL'] === '1'

const missing = installEngines(requiresAll ? allEngines : ['chromium'])
if (missing.length > 0) {
  console.error(`Missing and not installable from here: ${missing.join(', ')}. Type: ${installCommand(missing)}`)
  process.exit(1)
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const reporter = requiresAll ? 'dot' : 'default'
const vitestOutput = ['--reporter=json', `--outputFile.json=${results}/vitest.json`, '--silent=passed-only']
const vitest = run('vitest/vitest.mjs', 'run', `--reporter=${reporter}`, ...vitestOutput)
const playwright = run('@playwright/test/cli.js', 'test', '--config=tests/e2e')

const totals = readTotals(results)
// Trouble outside any test, such as an error after the last one, must not read as "0 failed".
if ((vitest !== 0 || playwright !== 0) && totals.all.failed === 0) totals.all.failed = 1
if (requiresAll && totals.all.failed > 0)
  for (const { title, message } of readFailures(results)) console.log(`\nFAILED ${title}\n${message}`)
writeFileSync(`${results}/totals.json`, JSON.stringify(totals.all))
const leftOut = missingOf(allEngines)
if (leftOut.length > 0) console.log(`\nLeft out: ${leftOut.join(', ')}. To include: ${installCommand(leftOut)}`)
console.log(`\nVitest: ${inWords(totals.vitest)}. Browsers: ${inWords(totals.playwright)}.`)
console.log(inWords(totals.all))
process.exitCode = totals.all.failed > 0 ? 1 : 0

/**
 * Where nobody watches, what it prints goes into a file beside its results: what failed is told at the end, and in short.
 * @param {string} program
 * @param {string[]} args
 */
function run(program, ...args) {
  const output = requiresAll ? openSync(`${results}/${program.split('/')[0]?.replace('@', '')}.log`, 'w') : 'inherit'
  const stdio = /** @type {const} */ (['ignore', output, output])
  return spawnSync(process.execPath, [`${root}node_modules/${program}`, ...args], { cwd: root, stdio: [...stdio] })
    .status
}

/** @param {import('./readTotals.mjs').Totals} totals */
function inWords({ passed, failed }) {
  return `${passed} passed, ${failed} failed`
}
