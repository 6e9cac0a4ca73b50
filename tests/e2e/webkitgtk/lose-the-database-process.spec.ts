// The process behind IndexedDB dies while answers are being saved; on a tablet the system kills it when memory is short. No confirmed answer
// is lost, the one that was not saved is there after one reload, and the page does not reload again and again.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readServerLog } from '../../support/readServerLog.ts'
import { startGenbaServer, type GenbaServer } from '../../support/startGenbaServer.ts'
import { openWebKitByCommands, type CommandedWebKit } from '../../support/webkitgtk/openWebKitByCommands.ts'
import { waitUntil } from '../../support/waitUntil.ts'

let profileDir: string
let server: GenbaServer
let browser: CommandedWebKit

test.beforeEach(async () => {
  profileDir = await mkdtemp(join(tmpdir(), 'genba-webkit-'))
  server = await startGenbaServer()
  browser = await openWebKitByCommands(profileDir)
})

test.afterEach(async () => {
  await browser.close()
  await server.dispose()
  await rm(profileDir, { recursive: true, force: true })
})

test('an answer that meets the death of the database process is there after one reload, and so is every confirmed one', async () => {
  await begin()
  const audit = await createAudit()
  await browser.goto(`${server.origin}${audit}/checklist/A04`)
  // The whole journal of this test: what the screen confirmed.
  const confirmed: string[] = []
  await judge('A04')
  confirmed.push('A04')
  await judge('A05')
  confirmed.push('A05')
  await markPage()

  await browser.killDatabaseProcess()
  await tap('A06')
  await browser.waitFor(() => document.documentElement.dataset['page'] !== 'marked')
  await markPage()
  await browser.waitFor(isJudged, 'A06')
  for (const question of confirmed) expect(await browser.evaluate(isJudged, question)).toBe(true)
  await judge('A07')
  confirmed.push('A07')

  await waitUntil('the server has every answer, once', async () => {
    const judged = (await readServerLog(server.origin)).filter(({ kind }) => kind === 'answer-judged')
    const questions = judged.map(({ entity }) => entity.split('/')[1]).sort()
    return JSON.stringify(questions) === JSON.stringify([...confirmed, 'A06'].sort())
  })
  expect(await browser.evaluate(isMarked), 'the page was loaded anew once').toBe(true)
})

async function begin(): Promise<void> {
  await browser.goto(`${server.origin}/`)
  await fill('お名前', '田中')
  await press('始める')
  await browser.waitFor(() => navigator.serviceWorker.controller !== null)
}

async function createAudit(): Promise<string> {
  await browser.goto(`${server.origin}/audits/new`)
  await fill('所管所属', '健康局')
  await fill('監査の対象', '予約システム')
  await press('作成して点検へ')
  await browser.waitFor(() => /^\/audits\/[^/]+\/checklist\/./.test(location.pathname))
  const path = await browser.evaluate(() => location.pathname)
  return path.split('/').slice(0, 3).join('/')
}

async function fill(label: string, text: string): Promise<void> {
  await browser.waitFor(
    (wanted, value) => {
      const labels = [...document.querySelectorAll('label')]
      const field = labels.find(({ textContent }) => textContent.trim().startsWith(wanted))?.control
      if (!(field instanceof HTMLInputElement)) return false
      field.value = value
      return field.dispatchEvent(new Event('input', { bubbles: true }))
    },
    label,
    text,
  )
}

async function press(words: string): Promise<void> {
  await browser.waitFor((wanted) => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === wanted)
    button?.click()
    return button !== undefined
  }, words)
}

async function tap(question: string): Promise<void> {
  await browser.waitFor((wanted) => {
    const choice = document.querySelector<HTMLInputElement>(`[data-question=${wanted}] input[value=nonconforming]`)
    choice?.click()
    return choice !== null
  }, question)
}

async function judge(question: string): Promise<void> {
  await tap(question)
  await browser.waitFor(
    (wanted) => document.querySelector('.undo-bar')?.textContent.includes(`${wanted} を「不適合」に変更`),
    question,
  )
}

function isJudged(question: string): boolean {
  const chosen = document.querySelector<HTMLInputElement>(`[data-question=${question}] input:checked`)
  return chosen?.value === 'nonconforming'
}

/** Gone with the page that it was put into. */
function markPage(): Promise<void> {
  return browser.evaluate(() => void (document.documentElement.dataset['page'] = 'marked'))
}

function isMarked(): boolean {
  return document.documentElement.dataset['page'] === 'marked'
}
