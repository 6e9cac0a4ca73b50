// Starts one of the server's programs by name (`main` when none is given), building it first where needed.
// It imports the program into this very process, so that a signal to `npm start` reaches the server itself.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './buildIfStale.mjs'

const [name = 'main', ...args] = process.argv.slice(2)
await buildIfStale()
const program = new URL(`../../dist/server/${name}.js`, import.meta.url)
if (existsSync(program)) {
  process.argv = [process.execPath, fileURLToPath(program), ...args]
  await import(program.href)
} else {
  process.stderr.write(`There is no program "${name}" in src/server.\n`)
  process.exitCode = 1
}
