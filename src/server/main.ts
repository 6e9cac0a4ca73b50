// The server program: `npm start`. Prints its address, and nothing else, to standard output once it listens.
import { fileURLToPath } from 'node:url'
import { parseConfig, type ServerConfig } from './config.ts'
import { describeStartProblem } from './describeStartProblem.ts'
import { startServer, type RunningServer } from './startServer.ts'

/** Longer than any request should take; after it the process ends whatever still runs. Nothing acknowledged is at stake. */
const mostClosingMs = 10_000
// This file is bundled to dist/server, beside dist/app.
const appFolder = fileURLToPath(new URL('../app', import.meta.url))

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}

async function run(config: ServerConfig): Promise<void> {
  try {
    const server = await startServer(config, appFolder)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(server))
    process.stdout.write(`Genba: ${server.url}\n`)
  } catch (error) {
    fail(describeStartProblem(error, config))
  }
}

/** A second signal ends the process at once, because the handlers are gone. */
async function stop(server: RunningServer): Promise<void> {
  setTimeout(() => process.exit(1), mostClosingMs).unref()
  try {
    await server.close()
    process.exitCode = 0
  } catch (error) {
    fail(`Closing failed: ${String(error)}`)
  }
}

const config = parseConfig(process.env)
if (config.ok) await run(config.value)
else fail(config.error)
