// @ts-check
// Who may import whom: the table of rooms in the README's map, as rules. Type imports count like any other.
// What a table does not allow is forbidden; a new room or a new npm package needs a line here.

/**
 * A room of src/: the rooms it may import, the npm packages it may use.
 * `types` names rooms of which it may only import types.
 * @type {Record<string, { rooms: string[], types?: string[], npm: string[] }>}
 */
const rooms = {
  domain: { rooms: [], npm: [] },
  protocol: { rooms: ['domain'], npm: ['zod'] },
  localdb: { rooms: ['domain'], npm: ['dexie', 'zod'] },
  sync: { rooms: ['domain', 'protocol', 'localdb'], npm: [] },
  // A synchronous SHA-256 for the core, which WebCrypto does not have; uploads that resume; reading codes from pictures.
  device: { rooms: [], types: ['domain'], npm: ['@noble/hashes', 'tus-js-client', 'barcode-detector', 'zxing-wasm'] },
  // In office/ alone: see `office-npm`.
  reports: { rooms: ['domain'], npm: ['docx', 'fflate'] },
  interchange: { rooms: ['domain'], npm: ['papaparse', 'fflate'] },
  app: {
    rooms: ['domain', 'protocol', 'localdb', 'sync', 'device', 'reports', 'interchange'],
    npm: [
      'vue',
      'pinia',
      'vue-router',
      'vue-i18n',
      'reka-ui',
      'workbox-window',
      '@lucide/vue',
      'budoux',
      '@tanstack/vue-virtual',
    ],
  },
  'service-worker': { rooms: ['protocol'], npm: ['workbox-precaching', 'workbox-routing'] },
  server: { rooms: ['domain', 'protocol', 'reports', 'interchange'], npm: ['zod'] },
}

/**
 * Folders inside app/. Files directly in app/ (bootstrap, router) put everything together and may import all of them.
 * `values` and `types` are paths under src/ outside of app/.
 * @type {Record<string, { folders: string[], values: string[], types: string[] }>}
 */
const appFolders = {
  pages: { folders: ['pages', 'composables', 'components', 'stores', 'i18n'], values: ['domain/'], types: [] },
  composables: {
    // Of components their views (types, and pure functions that make them), never a component itself: see `no-vue-below`.
    folders: ['composables', 'stores', 'components', 'i18n'],
    // Of the protocol its limits alone: what the server would refuse is refused at picking time.
    values: ['localdb/', 'sync/', 'reports/', 'interchange/', 'device/', 'domain/', 'protocol/limits\\.ts'],
    types: [],
  },
  // Components turn what they are given into words and views, with the pure core's help; they never reach data or decide anything.
  components: {
    folders: ['components', 'i18n'],
    values: ['domain/'],
    types: [],
  },
  stores: { folders: ['stores'], values: ['sync/', 'device/'], types: ['domain/'] },
  i18n: { folders: ['i18n'], values: ['domain/must\\.ts'], types: ['domain/'] },
}

/**
 * Folders inside server/: downwards only, one step at a time; only http/ knows HTTP, only store/ knows SQL.
 * @type {Record<string, { folders: string[], npm: string[] }>}
 */
const serverFolders = {
  http: { folders: ['http', 'sync', 'auth', 'evidence'], npm: ['fastify', '@fastify/[^/]+', '@tus/server', 'zod'] },
  sync: { folders: ['sync', 'store'], npm: ['zod'] },
  auth: { folders: ['auth', 'store'], npm: ['zod'] },
  evidence: { folders: ['evidence', 'store'], npm: ['@tus/file-store', 'aws4fetch', 'file-type', 'image-size'] },
  backup: { folders: ['backup', 'store', 'evidence'], npm: ['zod'] },
  store: { folders: ['store'], npm: ['kysely', 'libsql', 'pg', 'zod'] },
}

/** @param {string[]} names */
const oneOf = (names) => `(${names.join('|')})`
/** @param {string[]} names */
const packages = (names) => `(^|/)node_modules/(@types/)?${oneOf([...names, '-'])}(/|$)`
const npmPackage = '(^|/)node_modules/'
/** @type {import('dependency-cruiser').DependencyType[]} */
const notInstalled = ['unknown', 'undetermined', 'npm-no-pkg', 'npm-unknown']

/** @type {import('dependency-cruiser').DependencyType[]} */
const typeOnly = ['type-only']

const roomRules = Object.entries(rooms).flatMap(([room, may]) => [
  {
    name: `${room}-room`,
    comment: `${room}/ imports only: ${may.rooms.join(', ') || 'nothing'}`,
    from: { path: `^src/${room}/` },
    to: { path: '^src/', pathNot: `^src/${oneOf([room, ...may.rooms, ...(may.types ?? [])])}/` },
  },
  {
    name: `${room}-types-only`,
    comment: `${room}/ knows ${may.types?.join(', ') || 'no room'} by its types only`,
    from: { path: `^src/${room}/` },
    to: {
      path: `^src/${oneOf([...(may.types ?? []), '-'])}/`,
      dependencyTypesNot: typeOnly,
    },
  },
  {
    name: `${room}-npm`,
    comment: `${room}/ uses only these packages: ${may.npm.join(', ') || 'none'}`,
    // Inside server/ each folder has a list of its own; the programs of start and build are tools.
    from: { path: `^src/${room}/`, pathNot: `^src/server/(${Object.keys(serverFolders).join('|')})/|\\.mjs$` },
    to: { path: npmPackage, pathNot: packages(may.npm) },
  },
])

const appRules = Object.entries(appFolders).flatMap(([folder, may]) => [
  {
    name: `app-${folder}`,
    from: { path: `^src/app/${folder}/` },
    to: {
      path: '^src/',
      pathNot: [
        `^src/app/${oneOf(may.folders)}/`,
        '^src/app/styles/',
        `^src/${oneOf([...may.values, ...may.types, '-'])}`,
      ],
    },
  },
  {
    name: `app-${folder}-types-only`,
    from: { path: `^src/app/${folder}/` },
    to: {
      path: `^src/${oneOf([...may.types, '-'])}`,
      pathNot: `^src/${oneOf([...may.values, '-'])}`,
      dependencyTypesNot: typeOnly,
    },
  },
])

const serverRules = Object.entries(serverFolders).flatMap(([folder, may]) => [
  {
    name: `server-${folder}`,
    from: { path: `^src/server/${folder}/` },
    to: { path: '^src/server/', pathNot: `^src/server/${oneOf(may.folders)}/` },
  },
  {
    name: `server-${folder}-npm`,
    from: { path: `^src/server/${folder}/` },
    to: { path: npmPackage, pathNot: packages(may.npm) },
  },
])

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-vue-below',
      severity: 'error',
      comment: 'composables and stores know no component',
      from: { path: '^src/app/(composables|stores)/' },
      to: { path: '\\.vue$' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A file that nothing imports and that imports nothing is dead.',
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'office-npm',
      severity: 'error',
      comment: 'Writers of office files are large: only what is loaded lazily for a file may know them.',
      from: { path: '^src/reports/', pathNot: '^src/reports/office/' },
      to: { path: npmPackage },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\.wasm\\?url$' } },
    {
      name: 'installed',
      severity: 'error',
      comment: 'A package that package.json does not name is there by luck only.',
      from: { path: '^src/' },
      to: { dependencyTypes: notInstalled, pathNot: '\\.wasm\\?url$' },
    },
    { name: 'src-without-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^tests/' } },
    {
      name: 'node-on-the-server-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/server/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'one-place-constructs',
      severity: 'error',
      comment: 'Long-lived things are made in bootstrap.ts and main.ts, and handed to the rest.',
      from: { path: '^src/', pathNot: '^src/app/main\\.ts$' },
      to: { path: '^src/(app/(bootstrap|main)|server/main)\\.ts$' },
    },
    {
      name: 'room-in-the-table',
      severity: 'error',
      comment: 'A folder in src/ that the table does not know.',
      from: { path: '^src/', pathNot: `^src/${oneOf(Object.keys(rooms))}/` },
      to: {},
    },
    ...[...roomRules, ...appRules, ...serverRules].map((rule) => ({
      ...rule,
      severity: /** @type {const} */ ('error'),
    })),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules/\\.)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
