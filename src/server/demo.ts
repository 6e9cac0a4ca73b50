// `npm run demo`: a data folder of its own with a finished and a half-done sample audit, and the server on top of it.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { finishedAudit } from './demo/finishedAudit.ts'
import { halfDoneAudit } from './demo/halfDoneAudit.ts'
import { recordAudit } from './demo/recordAudit.ts'
import { keepDemoFiles } from './demo/keepDemoFiles.ts'
import { evidenceSettingsOf, parseConfig, type ServerConfig } from './config.ts'
import { endWith, runServer } from './runServer.ts'
import { createSyncContext } from './sync/createSyncContext.ts'
import { pushOperations } from './sync/pushOperations.ts'
import { openStore } from './store/openStore.ts'
import { sha256 } from './sha256.ts'
import { randomBytes } from 'node:crypto'

const demoFolder = './demo-data'
// This file is bundled to dist/server, beside dist/app.
const appFolder = fileURLToPath(new URL('../app', import.meta.url))

/** Pushes the samples as two tablets would, so that they are checked like everything else. */
async function fill(config: ServerConfig): Promise<void> {
  const store = await openStore({ ...config, sha256 })
  try {
    const randomId = () => randomBytes(16).toString('base64url')
    const now = () => new Date()
    const context = await createSyncContext({ store, organisation: config.organisation, now, randomId, sha256 })
    const today = now().toISOString().slice(0, 10)
    for (const device of [finishedAudit, halfDoneAudit(today)].map(recordAudit)) {
      await keepDemoFiles(evidenceSettingsOf(config), device.files)
      for (const push of device.pushes()) {
        const { results } = await pushOperations(context, push)
        const refused = results.flatMap(({ verdicts }) => verdicts).find(({ verdict }) => verdict !== 'acked')
        if (refused !== undefined) throw new Error(`sample refused: ${JSON.stringify(refused)}`)
      }
    }
  } finally {
    await store.close()
  }
}

process.env['GENBA_DATA'] ||= demoFolder
const config = parseConfig(process.env)
if (config.ok) {
  if (!existsSync(config.value.dataFolder)) await fill(config.value)
  await runServer(config.value, appFolder)
} else {
  endWith(config.error)
}
