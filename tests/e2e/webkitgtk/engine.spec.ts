// Proves the ground the WebKitGTK specs stand on: it starts, and its data survive both an orderly end and a SIGKILL.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { contentSecurityPolicy, notebookPage, notebookScript } from '../../support/notebook.ts'
import { serveFiles } from '../../support/serveFiles.ts'
import type { FileServer } from '../../support/serveFiles.ts'
import { openWebKit } from '../../support/webkitgtk/openWebKit.ts'

let profileDir: string
let server: FileServer

test.beforeEach(async () => {
  profileDir = await mkdtemp(join(tmpdir(), 'genba-webkit-'))
  server = await serveFiles(
    { '/': notebookPage, '/notebook.js': notebookScript },
    { headers: { 'content-security-policy': contentSecurityPolicy } },
  )
})

test.afterEach(async () => {
  await server.stop()
  await rm(profileDir, { recursive: true, force: true })
})

for (const end of ['close', 'kill'] as const) {
  test(`what was saved is there again after the browser's ${end}`, async () => {
    const first = await openWebKit({ profileDir })
    await first.goto(server.origin)
    await first.waitFor('[data-ready]')
    await first.type({ label: 'メモ' }, '媒体番号の記載なし')
    await first.click({ text: '保存' })
    await first.waitFor(() => document.querySelector('[role=status]')?.textContent === '保存済み')
    await first[end]()

    const second = await openWebKit({ profileDir })
    await second.goto(server.origin)
    await second.waitFor('[data-ready]')
    const kept = await second.evaluate((id) => (document.getElementById(id) as HTMLInputElement).value, 'note')
    await second.close()
    expect(kept).toBe('媒体番号の記載なし')
  })
}

test('an error in the page reaches the test with its message', async () => {
  const browser = await openWebKit({ profileDir })
  await browser.goto(server.origin)
  const failing = browser.evaluate(() => Promise.reject(new Error('the camera is busy')))
  await expect(failing).rejects.toThrow('the camera is busy')
  await browser.close()
})
