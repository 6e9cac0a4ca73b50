// @ts-check
// `npm run simulate`: bundles the simulator and runs it. What follows the command goes to it: see `run.ts`.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildSimulation } from './buildSimulation.mjs'

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')
const { program } = await buildSimulation(root, 'dist/simulate')
const { status } = spawnSync(process.execPath, ['--enable-source-maps', program, ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
