// Development: Vite serves the app with hot reload, and the server is rebuilt and restarted after each change.
// Data goes to the same folder as `npm start`, so never run both at once.
import { spawn } from 'node:child_process'
import { build, createServer } from 'vite'

const serverPort = process.env['GENBA_PORT'] ?? '8787'
process.env['GENBA_DEV_SERVER'] = `http://127.0.0.1:${serverPort}`

/** @type {import('node:child_process').ChildProcess | undefined} */
let server

function restart() {
  if (server?.exitCode === null && server.kill()) server.once('exit', start)
  else start()
}

function start() {
  server = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.js'], {
    // The browser calls Vite, which passes on what is the server's; the server must know that page as its own.
    env: { ...process.env, GENBA_PORT: serverPort, GENBA_ORIGINS: 'http://127.0.0.1:5173,http://localhost:5173' },
    stdio: 'inherit',
  })
}

const watcher = await build({ mode: 'server', logLevel: 'warn', build: { watch: {} } })
if ('on' in watcher) {
  watcher.on('event', (event) => {
    if (event.code === 'END') restart()
  })
}

const app = await createServer({ mode: 'development' })
await app.listen()
app.printUrls()

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    server?.kill()
    process.exit(0)
  })
}
