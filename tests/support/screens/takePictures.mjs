// @ts-check
// Takes the pictures of the README anew from the demo in the real app: node tests/support/screens/takePictures.mjs
// This file only loads the typed program through Vite, which plain Node cannot read.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { buildIfStale } from '../../../src/server/buildIfStale.mjs'

await buildIfStale()
const program = fileURLToPath(new URL('pictures.ts', import.meta.url))
/** @type {{ module: typeof import('./pictures.ts') }} */
const { module } = await runnerImport(program, { configFile: false, logLevel: 'warn' })
await module.takePictures(fileURLToPath(new URL('../../../.github/pictures/', import.meta.url)))
