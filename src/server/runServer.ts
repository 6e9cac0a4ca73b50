// Runs the server until a signal asks it to end. Prints its address, and nothing else, to standard output once it listens.
import type { ServerConfig } from './config.ts'
import { describeStartProblem } from './describeStartProblem.ts'
import { startServer, type RunningServer } from './startServer.ts'

/** Longer than any request should take; after it the process ends whatever still runs. Nothing acknowledged is at stake. */
const mostClosingMs = 10_000

export async function runServer(config: ServerConfig, appFolder: string): Promise<void> {
  try {
    const server = await startServer(config, appFolder, () => {
      endWith('A backup was restored under this server: start it again.')
      void stop(server)
    })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(server))
    process.stdout.write(`Genba: ${server.url}\n`)
  } catch (error) {
    endWith(describeStartProblem(error, config))
  }
}

/** The process ends by itself, with everything that it printed. */
export function endWith(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}

/** A second signal ends the process at once, because its handler is gone. */
async function stop(server: RunningServer): Promise<void> {
  setTimeout(() => process.exit(1), mostClosingMs).unref()
  try {
    await server.close()
  } catch (error) {
    endWith(`Closing failed: ${String(error)}`)
  }
}
