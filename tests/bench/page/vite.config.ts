// Builds the page that the benchmarks run in. The real server serves it, under the app's own Content Security Policy.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: at('.'),
  publicDir: false,
  cacheDir: at('../../../node_modules/.vite-bench'),
  build: {
    outDir: at('../../../dist/bench/app'),
    emptyOutDir: true,
    target: ['safari16.4', 'chrome111'],
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
