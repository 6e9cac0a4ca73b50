// The end-to-end tests in three engines. Chromium runs every spec of this folder; `every-browser/` runs in Firefox too;
// `webkitgtk/` drives WebKitGTK over W3C WebDriver by itself and takes nothing but the runner from Playwright.
import { defineConfig } from '@playwright/test'
import type { Project } from '@playwright/test'
import { findEngines } from '../support/engines/findEngines.mjs'
import { installCommand, missingOf } from '../support/engines/installEngines.mjs'

const engines = findEngines()
const wanted = ['chromium', 'firefox', 'webkitgtk'] as const
const missing = missingOf([...wanted])
const requiresAll = process.env['GENBA_REQUIRE_ALL'] === '1'
// This file is loaded by every worker as well: only the first time is worth a word.
const isMainProcess = process.env['TEST_WORKER_INDEX'] === undefined

if (missing.includes('chromium') || (missing.length > 0 && requiresAll))
  throw new Error(`Missing: ${missing.join(', ')}. Type: ${installCommand(missing)}`)
if (missing.length > 0 && isMainProcess)
  console.warn(`Left out, not installed: ${missing.join(', ')}. To include: ${installCommand(missing)}`)

/** The tablet of the design: landscape, touch, sharp. */
const tablet = { viewport: { width: 1180, height: 820 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' }

/** Features of Chromium that disturb tests or call home. */
const playwrightDisables = [
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'Translate',
]

const chromium: Project = {
  name: 'chromium',
  testIgnore: 'webkitgtk/**',
  use: {
    ...tablet,
    hasTouch: true,
    browserName: 'chromium',
    launchOptions: {
      ...(engines.chromium !== undefined && { executablePath: engines.chromium }),
      args: [
        '--disable-quic',
        '--disable-gpu',
        // Playwright's own list is replaced by this one, the last. The pop-up of the address bar is a page of its own: nobody sees it
        // here, and it takes as long to start as ours.
        `--disable-features=${[...playwrightDisables, 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'].join(',')}`,
        // Nothing outside this machine can be reached, even by mistake.
        '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
      ],
    },
  },
}

const firefox: Project = {
  name: 'firefox',
  workers: 1,
  testMatch: 'every-browser/**/*.spec.ts',
  use: {
    ...tablet,
    browserName: 'firefox',
    ...(engines.firefox?.channel !== undefined && { channel: engines.firefox.channel }),
    launchOptions: { ...(engines.firefox && { executablePath: engines.firefox.executablePath }) },
  },
}

const webkitgtk: Project = { name: 'webkitgtk', workers: 1, testMatch: 'webkitgtk/**/*.spec.ts' }

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  globalSetup: './buildFirst.ts',
  // A file's tests keep their order; files of Chromium run beside those of one other engine, which never meets itself.
  workers: 2,
  fullyParallel: false,
  forbidOnly: requiresAll,
  retries: 0,
  // No spec is about speed: a machine with much to do must not fail one.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [[requiresAll ? 'dot' : 'list'], ['json', { outputFile: '../../test-results/playwright.json' }]],
  use: {
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
  },
  // The slow engines first: at the end nothing else would be left to run beside them.
  projects: [...(engines.firefox ? [firefox] : []), ...(engines.webkitgtk ? [webkitgtk] : []), chromium],
})
