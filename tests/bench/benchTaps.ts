// From lifting the finger off an answer to the screen that says it is saved, in the real app on a processor four times slower.
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
const betweenTapsMs = 400
/** A finger rests this long: down and up in one moment would have the drawing of the pressed button counted with the save. */
const restMs = 80

export async function benchTaps({ sizes }: BenchRun): Promise<readonly BenchLine[]> {
  const server = await startBenchServer({}, 'app')
  const profile = await openProfile()
  try {
    const page = await openChecklist(await profile.context.newPage(), server.origin)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const times: number[] = []
    for (let tap = 0; tap < sizes.taps; tap += 1) {
      await new Promise((resolve) => setTimeout(resolve, betweenTapsMs))
      times.push(await tapOnce(page, answers[tap % 2] ?? answers[0]))
    }
    return [
      lineOf('tap-to-saved.p50.at-4x-throttle', quantile(times, 0.5), null),
      lineOf('tap-to-saved.p95.at-4x-throttle', quantile(times, 0.95), null),
    ]
  } finally {
    await profile.close()
    await server.dispose()
  }
}

async function openChecklist(page: Page, origin: string): Promise<Page> {
  await page.goto(origin)
  await page.getByRole('dialog').getByRole('textbox').fill('監査　花子')
  await page.getByRole('dialog').getByRole('button').last().click()
  await createAudit(page, { unit: '情報政策課', subject: 'ベンチマーク', reportNo: 'B-1' })
  await go(page, `${auditPath(page)}/checklist/${question}`)
  return page
}

/** The words of the change stand on the screen only once it is saved. Both instants are taken in the page. */
async function tapOnce(page: Page, answer: string): Promise<number> {
  const time = page.evaluate((wanted) => {
    const words = document.querySelector('.undo-bar [role=status]')
    return new Promise<number>((resolve) => {
      let liftedAt = 0
      addEventListener('pointerup', ({ timeStamp }) => (liftedAt = timeStamp), { capture: true, once: true })
      const observer = new MutationObserver(() => {
        if (words?.textContent.includes(wanted) !== true) return
        observer.disconnect()
        requestAnimationFrame(() => resolve(performance.now() - liftedAt))
      })
      if (words) observer.observe(words, { childList: true, characterData: true, subtree: true })
    })
  }, `「${answer}」`)
  await page
    .getByRole('group', { name: new RegExp(`^${question} .*、判定$`) })
    .getByRole('radio', { name: answer, exact: true })
    .click({ delay: restMs })
  return time
}
