// Runs the gallery's checks: npx playwright test -c tests/support/gallery-checklist
import { defineConfig } from '@playwright/test'
import { findEngines } from '../engines/findEngines.mjs'

const { chromium } = findEngines()
const vite = 'node ../../../node_modules/vite/bin/vite.js'
const port = 28471

export default defineConfig({
  testDir: '.',
  outputDir: '../../../test-results/gallery-checklist',
  workers: 1,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1180, height: 820 },
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(chromium !== undefined && { executablePath: chromium }),
      args: ['--disable-quic', '--disable-gpu'],
    },
  },
  webServer: {
    command: `${vite} build -c vite.config.ts --logLevel error && exec ${vite} preview -c vite.config.ts --host 127.0.0.1 --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}`,
    timeout: 120_000,
  },
})
