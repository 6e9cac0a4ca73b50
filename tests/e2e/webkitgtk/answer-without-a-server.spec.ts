// The smoke path in WebKitGTK, over W3C WebDriver: what was answered while the server was gone is there after a reload and a restart.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startGenbaServer, type GenbaServer } from '../../support/startGenbaServer.ts'
import { openWebKit, type WebKit } from '../../support/webkitgtk/openWebKit.ts'

const note = '管理画面の日付は 2022/01/14。'

let profileDir: string
let server: GenbaServer

test.beforeEach(async () => {
  profileDir = await mkdtemp(join(tmpdir(), 'genba-webkit-'))
  server = await startGenbaServer()
})

test.afterEach(async () => {
  await server.dispose()
  await rm(profileDir, { recursive: true, force: true })
})

test('answers given without a server are there after a reload and after a restart of the browser', async () => {
  const first = await openWebKit({ profileDir })
  await begin(first)
  const audit = await createAudit(first)
  await server.kill()

  await open(first, `${audit}/checklist/A07`)
  await judge(first, 'A07', 'conforming')
  await open(first, `${audit}/checklist/A04`)
  await judge(first, 'A04', 'nonconforming')
  await first.type({ label: '所見' }, note)
  await first.waitFor(() =>
    [...document.querySelectorAll('[data-question=A04] .mark')].some((mark) => mark.textContent.startsWith('保存済み')),
  )
  await expectUntroubled(first)
  await open(first, `${audit}/checklist/A04`)
  await expectAnswers(first)
  await first.close()

  const second = await openWebKit({ profileDir })
  await open(second, `${audit}/checklist/A04`)
  await expectAnswers(second)
  await expectUntroubled(second)
  await second.close()
})

test('a page that is left in the middle of its work keeps the next one from nothing, and what it was saving is there', async () => {
  const browser = await openWebKit({ profileDir })
  await begin(browser)
  const audit = await createAudit(browser)
  await server.kill()

  for (const [question, next] of [
    ['A04', 'A05'],
    ['A05', 'A06'],
    ['A06', 'A07'],
  ] as const) {
    await open(browser, `${audit}/checklist/${question}`)
    await browser.waitFor(`[data-question=${question}] input`)
    await browser.evaluate(tapAndLeave, question, `${audit}/checklist/${next}`)
    await browser.waitFor(() => !('isLeft' in window))
    await browser.waitFor(`[data-question=${question}] input[value=conforming]:checked`)
    await judge(browser, next, 'nonconforming')
  }
  await browser.close()
})

/** The page goes before what is tapped is saved. To another address than its own: only then the engine keeps it for the way back. */
function tapAndLeave(question: string, next: string): void {
  Object.assign(window, { isLeft: true })
  document.querySelector<HTMLInputElement>(`[data-question=${question}] input[value=conforming]`)?.click()
  location.assign(next)
}

/** First start: the person says who they are, and the app is kept for offline use. */
async function begin(browser: WebKit): Promise<void> {
  await open(browser, '/')
  await browser.type({ label: 'お名前' }, '田中')
  await browser.click({ text: '始める' })
  await browser.evaluate(() => navigator.serviceWorker.ready.then(() => true))
}

/** Resolves with the audit's path. */
async function createAudit(browser: WebKit): Promise<string> {
  await open(browser, '/audits/new')
  await browser.type({ label: '所管所属' }, '健康局')
  await browser.type({ label: '監査の対象' }, '予約システム')
  await browser.click({ text: '作成して点検へ' })
  await browser.waitFor(() => /^\/audits\/[^/]+\/checklist\/./.test(location.pathname))
  const path = await browser.evaluate(() => location.pathname)
  return path.split('/').slice(0, 3).join('/')
}

/** A question that is open. Its inside is drawn last: from then on nothing moves under the finger any more. */
async function judge(browser: WebKit, question: string, judgement: string): Promise<void> {
  await browser.waitFor(`[data-question=${question}] textarea`)
  await browser.click(`[data-question=${question}] input[value=${judgement}]`)
  // The mark of a tap shows at once; the bar below says the change once it is saved.
  await browser.waitFor(() => document.body.textContent.includes('に変更'))
}

async function expectAnswers(browser: WebKit): Promise<void> {
  // The rows are drawn in turn: the answers of all of them, then what is inside the open one.
  await browser.waitFor(() => document.querySelectorAll('[data-question] input:checked').length === 2)
  await browser.waitFor('[data-question=A04] textarea')
  const seen = await browser.evaluate(() => ({
    note: document.querySelector<HTMLTextAreaElement>('[data-question=A04] textarea')?.value,
    answers: [...document.querySelectorAll<HTMLElement>('[data-question]')].map(
      (row) => `${row.dataset['question'] ?? ''} ${row.querySelector<HTMLInputElement>('input:checked')?.value ?? '-'}`,
    ),
  }))
  expect(seen).toEqual({ note, answers: ['A04 nonconforming', 'A05 -', 'A06 -', 'A07 conforming'] })
}

interface Watched extends Window {
  troubles?: string[]
}

/** Loads the address anew and notes, from the first moment that WebDriver lets us in, what goes wrong in the page. */
async function open(browser: WebKit, path: string): Promise<void> {
  await browser.goto(server.origin + path)
  await browser.evaluate(() => {
    const troubles: string[] = []
    ;(window as Watched).troubles = troubles
    addEventListener('error', ({ message }) => troubles.push(message))
    addEventListener('unhandledrejection', ({ reason }) => troubles.push(String(reason)))
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => troubles.push(violatedDirective))
  })
}

async function expectUntroubled(browser: WebKit): Promise<void> {
  const { troubles, foreign } = await browser.evaluate(() => ({
    troubles: (window as Watched).troubles,
    foreign: performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => !name.startsWith(location.origin)),
  }))
  expect(troubles).toEqual([])
  expect(foreign).toEqual([])
}
