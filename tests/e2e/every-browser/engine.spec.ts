// Proves the ground the other specs stand on: this engine starts, keeps IndexedDB and obeys our security policy.
import { expect, test } from '@playwright/test'
import { serveFiles } from '../../support/serveFiles.ts'
import { contentSecurityPolicy, notebookPage, notebookScript } from '../../support/notebook.ts'

test('the engine starts, runs a module and reads back what it wrote to IndexedDB', async ({ page }) => {
  const server = await serveFiles(
    { '/': notebookPage, '/notebook.js': notebookScript },
    { headers: { 'content-security-policy': contentSecurityPolicy } },
  )
  await page.goto(server.origin)
  // Before it the page puts what it has read into the field, over whatever was typed.
  await page.locator('html[data-ready=yes]').waitFor()
  await page.getByLabel('メモ').fill('媒体番号の記載なし')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('status')).toHaveText('保存済み')
  await page.reload()
  await expect(page.getByLabel('メモ')).toHaveValue('媒体番号の記載なし')
  await server.stop()
})
