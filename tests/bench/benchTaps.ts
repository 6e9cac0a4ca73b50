// From lifting the finger off an answer to the screen that says it is saved, in the real app on a processor four times slower: without
// a network, as at the rack, beside a page that only writes one relaxed row and says so; and while every answer is sent, with the server
// on the same two cores.
import type { Page } from '@playwright/test'
import { lineOf, quantile, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'
import { openProfile } from './openProfile.ts'
import { startBenchServer } from './startBenchServer.ts'
import { auditPath, createAudit, go } from '../support/auditorActions.ts'

const slowdown = 4
const question = 'A02'
/** Neither of them leads on to the next question by itself. */
const answers = ['一部', '不適合'] as const
const betweenTapsMs = 250
/** A finger rests this long: down and up in one moment would have the drawing of the pressed button counted with the save. */
const restMs = 80
/** What a page does for the first time it does slowly: these are told apart. */
const firstTaps = 5

/** Taps once, the nth time: in ms until the frame that says it is saved. */
type Tap = (index: number) => Promise<number>

export async function benchTaps({ sizes }: BenchRun): Promise<readonly BenchLine[]> {
  const server = await startBenchServer({}, 'app')
  const profile = await openProfile()
  try {
    // One after the other: a page that another one stood in front of is drawn and synced anew, which the next taps would wait for.
    const timesOn = async (prepare: (page: Page) => Promise<Tap>, isOnline: boolean) => {
      const page = await profile.context.newPage()
      await page.goto(server.origin)
      const tap = await prepare(page)
      if (!isOnline) await server.stop()
      const times = await tapAll(page, tap, sizes.taps)
      if (!isOnline) await server.start()
      await page.close()
      return times
    }
    const app = await timesOn(openChecklist, false)
    const plain = await timesOn(openPlainPage, false)
    const synced = await timesOn(openAnotherChecklist, true)
    const line = (name: string, valueOf: (times: readonly number[]) => number) =>
      lineOf(`tap-to-saved.${name}.at-4x-throttle.vs-plain-page`, valueOf(app), valueOf(plain))
    return [
      line('p50', (times) => quantile(times, 0.5)),
      line('p95', (times) => quantile(times, 0.95)),
      line(`slowest-of-first-${String(firstTaps)}`, (times) => Math.max(...times.slice(0, firstTaps))),
      lineOf('tap-to-saved-and-synced.p50.at-4x-throttle', quantile(synced, 0.5), null),
      lineOf('tap-to-saved-and-synced.p95.at-4x-throttle', quantile(synced, 0.95), null),
    ]
  } finally {
    await profile.close()
    await server.dispose()
  }
}

async function tapAll(page: Page, tap: Tap, count: number): Promise<readonly number[]> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const times: number[] = []
  for (let index = 0; index < count; index += 1) {
    await page.waitForTimeout(betweenTapsMs)
    times.push(await tap(index))
  }
  return times
}

async function openChecklist(page: Page): Promise<Tap> {
  await page.getByRole('dialog').getByRole('textbox').fill('監査　花子')
  await page.getByRole('dialog').getByRole('button').last().click()
  return openAnotherChecklist(page)
}

async function openAnotherChecklist(page: Page): Promise<Tap> {
  await createAudit(page, { unit: '情報政策課', subject: 'ベンチマーク', reportNo: 'B-1' })
  await go(page, `${auditPath(page)}/checklist/${question}`)
  const choices = page.getByRole('group', { name: new RegExp(`^${question} .*、判定$`) })
  return (index) => {
    const answer = answers[index % 2] ?? answers[0]
    const time = savedAfter(page, { at: '.undo-bar [role=status]', words: `「${answer}」` })
    return clicked(choices.getByRole('radio', { name: answer, exact: true }), time)
  }
}

/** No framework, no layout to speak of, one row: as fast as a page can be that waits for its database. */
async function openPlainPage(page: Page): Promise<Tap> {
  await page.evaluate(async () => {
    const button = document.createElement('button')
    const words = document.createElement('p')
    button.append('答')
    document.body.replaceChildren(button, words)
    const opening = indexedDB.open('plain', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('answers', { keyPath: 'id' })
    const db = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)))
    let count = 0
    button.onclick = () => {
      const transaction = db.transaction('answers', 'readwrite', { durability: 'relaxed' })
      const id = (count += 1)
      transaction.objectStore('answers').put({ id, judgement: 'nonconforming' })
      transaction.oncomplete = () => (words.textContent = `「${String(id)}」`)
      transaction.commit()
    }
  })
  const button = page.getByRole('button')
  return (index) => clicked(button, savedAfter(page, { at: 'p', words: `「${String(index + 1)}」` }))
}

async function clicked(button: ReturnType<Page['getByRole']>, time: Promise<number>): Promise<number> {
  await button.click({ delay: restMs })
  return time
}

/** The words stand on the screen only once it is saved: in ms until the frame that shows them. Both instants are taken in the page. */
function savedAfter(page: Page, wanted: { readonly at: string; readonly words: string }): Promise<number> {
  return page.evaluate(({ at, words }) => {
    const place = document.querySelector(at)
    return new Promise<number>((resolve) => {
      let liftedAt = 0
      addEventListener('pointerup', ({ timeStamp }) => (liftedAt = timeStamp), { capture: true, once: true })
      const observer = new MutationObserver(() => {
        if (place?.textContent.includes(words) !== true) return
        observer.disconnect()
        requestAnimationFrame(() => resolve(performance.now() - liftedAt))
      })
      if (place) observer.observe(place, { childList: true, characterData: true, subtree: true })
    })
  }, wanted)
}
