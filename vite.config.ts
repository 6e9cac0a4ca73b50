// How Genba is built and tested. One file, five modes: the app (default), `server`, `bench` and `bench-app`, and Vitest's own `test`.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import type { InlineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import type { ViteUserConfig } from 'vitest/config'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The oldest engines with everything we rely on (`dvh`, `:has`, module workers, OKLCH): iPadOS 16.4 and Chrome 111. */
const browsers = ['safari16.4', 'chrome111', 'edge111', 'firefox114']

/** Files of `src/server` that are started by name: `node src/server/start.mjs <name>`. */
const serverEntries = ['main', 'demo', 'genba']

/** In place of the plugin's own settings, which print a page and name options that Vite 8 has renamed. */
function workerInto(outDir: string): InlineConfig {
  return {
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      target: browsers,
      modulePreload: false,
      rolldownOptions: {
        input: at('src/service-worker/sw.ts'),
        // One classic script; the plugin renames it to sw.js.
        output: { entryFileNames: 'sw.mjs', codeSplitting: false },
      },
    },
  }
}

/** Version and a hash of the sources: it changes with every change of the code, whoever builds it. */
function releaseOf(): string {
  const hash = createHash('sha256')
  const files = readdirSync(at('src'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map(({ parentPath, name }) => `${parentPath}/${name}`).sort()
  for (const path of paths) hash.update(readFileSync(path))
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string }
  return `${version}+${hash.digest('hex').slice(0, 8)}`
}

/** Every style sheet says the order of the cascade layers first: it must not depend on which of them happens to load first. */
const layersFirst: Plugin = {
  name: 'layers-first',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'asset' && file.fileName.endsWith('.css'))
        file.source = `@layer theme, base, components, utilities;${String(file.source)}`
    }
  },
}

/** What a cold start evaluates, each part in one file: every file costs a slow tablet a request. Parts may need those before them. */
const startParts = ['libraries', 'frame', 'screens', 'home', 'audit'] as const
/** The frame uses these, and nearly all of them. */
const wholeLibraries = /\/node_modules\/(vue|@vue|vue-router|pinia|vue-i18n|@intlify|dexie|workbox-window)\//
type StartPart = (typeof startParts)[number]

function startGroups() {
  let parts: ReadonlyMap<string, StartPart> | undefined
  return startParts.map((part, index) => ({
    debugName: part,
    priority: startParts.length - index,
    name: (id: string, graph: ModuleGraph) => {
      parts ??= nameStartParts(graph)
      return parts.get(id) === part ? part : null
    },
  }))
}

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

function nameStartParts(graph: ModuleGraph): ReadonlyMap<string, StartPart> {
  const importsOf = (...files: readonly string[]) =>
    allImports(
      files.map((file) => at(`src/app/${file}`)),
      graph,
    )
  const frame = importsOf('bootstrap.ts', 'i18n/areasOf.ts')
  const home = importsOf('pages/HomePage.vue')
  const audit = importsOf('pages/AuditLayout.vue', 'pages/ChecklistPage.vue')
  // Of the others each part takes what it uses: their lists of exports name a great deal more.
  const own = (id: string) => !id.includes('/node_modules/') || wholeLibraries.test(id)
  const partOf = (id: string): StartPart => {
    if (wholeLibraries.test(id)) return 'libraries'
    if (frame.has(id)) return 'frame'
    if (home.has(id)) return audit.has(id) ? 'screens' : 'home'
    return 'audit'
  }
  return new Map([...frame, ...home, ...audit].filter(own).map((id) => [id, partOf(id)]))
}

/** These modules and all they import, but for what is fetched when it is needed. */
function allImports(entries: readonly string[], graph: ModuleGraph): ReadonlySet<string> {
  const found = new Set<string>()
  const look = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) look(imported)
  }
  for (const id of entries) {
    if (graph.getModuleInfo(id) === null) throw new Error(`${id} is not in the app any more.`)
    look(id)
  }
  return found
}

function appInto(outDir: string, ...further: readonly Plugin[]): ViteUserConfig {
  return {
    plugins: [
      ...further,
      vue(),
      tailwindcss(),
      layersFirst,
      vueI18n({
        include: at('src/app/i18n/**/*.json'),
        runtimeOnly: true,
        compositionOnly: true,
        dropMessageCompiler: true,
        fullInstall: false,
        strictMessage: true,
      }),
      VitePWA({
        strategies: 'injectManifest',
        srcDir: 'src/service-worker',
        filename: 'sw.ts',
        outDir,
        injectRegister: false,
        // A plain file in public/, so that index.html and the tests see the very bytes that are served.
        manifest: false,
        integration: {
          configureCustomSWViteBuild: (build) => {
            Object.assign(build, workerInto(outDir))
          },
        },
        injectManifest: {
          globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,wasm}'],
          // Above this a file is silently left out of the precache and missing offline.
          maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
          manifestTransforms: [
            (entries) => ({ manifest: entries.map((entry) => withIntegrity(outDir, entry)), warnings: [] }),
          ],
        },
      }),
    ],
    define: {
      __GENBA_RELEASE__: JSON.stringify(releaseOf()),
      __VUE_OPTIONS_API__: false,
      __VUE_PROD_DEVTOOLS__: false,
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
    },
    build: {
      outDir,
      emptyOutDir: true,
      target: browsers,
      // The Content Security Policy allows neither data: URLs nor inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { output: { codeSplitting: { groups: startGroups() } } },
    },
    server: {
      host: '127.0.0.1',
      proxy: Object.fromEntries(
        ['/sync', '/evidence', '/healthz'].map((path) => [
          path,
          process.env['GENBA_DEV_SERVER'] ?? 'http://127.0.0.1:8787',
        ]),
      ),
    },
  }
}

/** The worker accepts only the bytes of this build: a captive portal's page can never be precached as a script. */
function withIntegrity<Entry extends { url: string }>(outDir: string, entry: Entry): Entry & { integrity: string } {
  const hash = createHash('sha384').update(readFileSync(at(`${outDir}/${entry.url}`)))
  return { ...entry, integrity: `sha384-${hash.digest('base64')}` }
}

/** Node programs: our own code bundled, npm packages left where they are. */
function nodeProgram(outDir: string, input: Record<string, string>): ViteUserConfig {
  return {
    publicDir: false,
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' } },
    },
  }
}

const server = nodeProgram(
  'dist/server',
  Object.fromEntries(
    serverEntries.map((name) => [name, at(`src/server/${name}.ts`)] as const).filter(([, file]) => existsSync(file)),
  ),
)

const bench = nodeProgram('dist/bench', { run: at('tests/bench/run.ts') })

/** The app as it is shipped, but for the checklists in it: no released one has a thousand questions. */
const otherChecklists: Plugin = {
  name: 'other-checklists',
  enforce: 'pre',
  resolveId: (source) =>
    source.endsWith('/builtinTemplates.ts') ? at('tests/bench/large-app/builtinTemplates.ts') : undefined,
}

/** Tests of parts that keep nothing outside of what they are handed: to load those anew for each file takes longer than the tests. */
const sharingProcesses = ['unit', 'property']

const test: ViteUserConfig = {
  plugins: [vue()],
  test: {
    passWithNoTests: true,
    // Vitest leaves one core to itself, which on two is every other one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // No test is about speed: a machine with much to do must not fail one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: ['unit', 'contract', 'property', 'integration', 'simulation', 'architecture'].map((name) => ({
      extends: true,
      test: {
        name,
        include: [`tests/${name}/**/*.{test,spec}.ts`],
        isolate: !sharingProcesses.includes(name),
        // What one file puts in place of a global or a function must not reach the next.
        unstubGlobals: true,
        restoreMocks: true,
      },
    })),
  },
}

export default defineConfig(({ mode }) => {
  if (mode === 'server') return server
  if (mode === 'bench') return bench
  if (mode === 'bench-app') return appInto('dist/bench/large-app', otherChecklists)
  return mode === 'test' ? test : appInto('dist/app')
})
