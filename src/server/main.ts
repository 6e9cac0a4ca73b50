// The server program: `npm start`.
import { fileURLToPath } from 'node:url'
import { parseConfig } from './config.ts'
import { endWith, runServer } from './runServer.ts'

// This file is bundled to dist/server, beside dist/app.
const appFolder = fileURLToPath(new URL('../app', import.meta.url))

const config = parseConfig(process.env)
if (config.ok) await runServer(config.value, appFolder)
else endWith(config.error)
