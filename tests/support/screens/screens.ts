// Every screen and dialog of the app on the demo's data, and the way to it in either language.
// Each leaves nothing behind but what `leave` takes away, so that they can be gone through again and again.
import { expect, type Locator, type Page } from '@playwright/test'
import { go } from '../auditorActions.ts'
import type { Demo } from './openDemo.ts'

export interface Screen {
  readonly name: string
  show(page: Page, demo: Demo): Promise<void>
  /** Nothing but closing a dialog; screens without one leave by going on. */
  leave?(page: Page): Promise<void>
}

const closeDialog = (page: Page) => page.keyboard.press('Escape')
const button = (page: Page, name: RegExp) => page.getByRole('button', { name }).filter({ visible: true }).first()

async function goTo(page: Page, path: string): Promise<void> {
  await go(page, path)
  await page.locator('main > *').first().waitFor()
}

/** The row of a question stands open with everything in it. */
async function openQuestion(page: Page, audit: string, question: string): Promise<void> {
  await goTo(page, `${audit}/checklist/${question}`)
  await page.locator(`#details-${question}`).waitFor()
}

async function openDialog(page: Page, way: Locator): Promise<void> {
  await way.click()
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toBeVisible()
}

/** The first line of the media is chosen, with everything that is noted of it. */
async function openMedium(page: Page, audit: string): Promise<void> {
  await goTo(page, `${audit}/media`)
  await page
    .getByRole('list', { name: /^(媒体の照合|Media reconciliation)$/ })
    .getByRole('button')
    .first()
    .click()
  await page.getByRole('complementary', { name: /^(選択中の媒体|Chosen medium)$/ }).waitFor()
}

/** The viewer, and before it what lies on top of it. */
async function closeViewer(page: Page): Promise<void> {
  const viewer = page.getByRole('dialog').filter({ hasText: /1 (\/|of) \d/ })
  if (!(await viewer.isVisible())) await closeDialog(page)
  await viewer.waitFor()
  await closeDialog(page)
  await expect(viewer).toBeHidden()
}

async function openEvidence(page: Page, audit: string): Promise<void> {
  await goTo(page, `${audit}/evidence`)
  await page.locator('main a[href*="/evidence/"]').first().waitFor()
}

/** The sample's photo in full, fetched from the server the first time. */
async function openViewer(page: Page, audit: string): Promise<void> {
  await openEvidence(page, audit)
  await openDialog(page, page.locator('main a[href*="/evidence/"]').first())
  const picture = page.getByRole('dialog').getByRole('img')
  const fetching = page.getByRole('dialog').getByRole('button', { name: /^(表示|Show)（?/ })
  await picture.or(fetching).first().waitFor()
  if (await fetching.isVisible()) await fetching.click()
  await picture.waitFor()
}

/** The sheets of a report made from the log stand there once it was read. */
async function showReport(page: Page, path: string): Promise<void> {
  await goTo(page, path)
  await page.locator('.report-sheet').waitFor()
}

/** Written ２（１） in Japanese and 2(1) in English. */
async function openFinding(page: Page, audit: string, place: readonly [chapter: number, item: number]): Promise<void> {
  const number = new RegExp(place.map((figure) => `[${figure}${String.fromCharCode(0xff10 + figure)}]`).join('[（(]'))
  await goTo(page, `${audit}/findings`)
  await page.getByRole('link', { name: number }).filter({ visible: true }).first().click()
  await page.getByRole('heading', { name: number }).first().waitFor()
}

const question = (name: string, id: string, audit: 'halfDone' | 'finished'): Screen => ({
  name,
  show: (page, demo) => openQuestion(page, demo[audit], id),
})

/** With titles above its header, a number that stands twice and a row without one. */
const register = {
  name: '電磁的記録媒体管理簿（保健所管理課）.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      '電磁的記録媒体管理簿',
      '令和6年4月1日現在,,,,,',
      'No.,管理番号,シリアル番号,品名,容量,保管場所,登録年月日',
      '1,USB-健保-014,0781-5583-0142,USBメモリ（白）,32GB,鍵付き引き出し,R3.4.1',
      '2,CDR-健保-003,,CD-R,700MB,執務室キャビネット２段目,R2.3.15',
      '3,USB-健保-014,,USBメモリ（青）,8GB,執務室,R5.6.1',
      '4,,,SDカード,16GB,執務室,平成34年1月1日',
    ].join('\r\n'),
  ),
}

export const screens: readonly Screen[] = [
  {
    name: 'home',
    show: async (page) => {
      await goTo(page, '/')
      await page.locator('a[href^="/audits/audit-"]').first().waitFor()
    },
  },
  {
    name: 'due',
    show: async (page) => {
      await goTo(page, '/')
      await goTo(page, '/due?show=done')
      await page.getByRole('table').first().waitFor()
    },
  },
  {
    name: 'overview',
    show: async (page) => {
      await goTo(page, '/')
      await goTo(page, '/overview?by=month&step=drafting')
      await page.getByRole('table').first().waitFor()
    },
  },
  { name: 'new-audit', show: (page) => goTo(page, '/audits/new') },
  {
    name: 'new-audit-errors',
    show: async (page) => {
      await goTo(page, '/')
      await goTo(page, '/audits/new')
      for (const card of await page.getByRole('checkbox').all()) await card.uncheck({ force: true })
      await page.locator('button[type=submit]').click()
      await expect(page.locator('[aria-invalid=true]').first()).toBeFocused()
    },
  },
  question('checklist-scale', 'A04', 'halfDone'),
  question('checklist-unanswered', 'A11', 'halfDone'),
  question('checklist-date', 'A03', 'halfDone'),
  question('checklist-dates', 'A05', 'finished'),
  question('checklist-number', 'B07', 'finished'),
  question('checklist-per-machine', 'A02', 'halfDone'),
  question('checklist-per-medium', 'B01', 'finished'),
  question('checklist-elements', 'C03', 'finished'),
  question('checklist-reason', 'C12', 'finished'),
  question('checklist-empty-roster', 'B01', 'halfDone'),
  question('checklist-conflict', 'A06', 'halfDone'),
  {
    name: 'checklist-menu',
    show: async (page, demo) => {
      await openQuestion(page, demo.halfDone, 'A04')
      await page.locator('#details-A04 button[aria-haspopup=menu]').click()
      await page.getByRole('menu').waitFor()
    },
    leave: closeDialog,
  },
  {
    name: 'filter-menu',
    show: async (page, demo) => {
      await openQuestion(page, demo.halfDone, 'A04')
      await button(page, /^(絞り込み|Filter)/).click()
      await page.getByRole('menu').waitFor()
    },
    leave: closeDialog,
  },
  {
    name: 'filter-without-hits',
    show: async (page, demo) => {
      await openQuestion(page, demo.halfDone, 'C01')
      await button(page, /^(絞り込み|Filter)/).click()
      await page.getByRole('menuitemradio', { name: /^(所見あり|With a note)/ }).click()
      await button(page, /^(絞り込みを解除|Show all items)$/).waitFor()
    },
    leave: (page) => button(page, /^(絞り込みを解除|Show all items)$/).click(),
  },
  {
    name: 'rest-dialog',
    show: async (page, demo) => {
      await openQuestion(page, demo.halfDone, 'A11')
      await button(page, /^(この区分のその他の操作|More for this section)$/).click()
      await openDialog(page, page.getByRole('menuitem').first())
    },
    leave: closeDialog,
  },
  {
    name: 'undo-sheet',
    show: async (page, demo) => {
      await openQuestion(page, demo.halfDone, 'A04')
      const answers = page.locator('[data-question=A04] fieldset').first().getByRole('radio')
      for (const answer of [2, 1]) {
        await answers.nth(answer).check({ force: true })
        await page.locator('.undo-bar [role=status]').filter({ hasText: 'A04' }).waitFor()
      }
      await openDialog(page, button(page, /^(元に戻せる変更の一覧|List of changes)/))
    },
    // The one before the last goes back, and the last with it.
    leave: async (page) => {
      await page.getByRole('dialog').getByRole('listitem').nth(1).getByRole('button').click()
      await expect(page.getByRole('dialog')).toBeHidden()
    },
  },
  {
    name: 'key-sheet',
    show: async (page) => {
      await goTo(page, '/settings')
      await openDialog(page, button(page, /^(キーの一覧|All keys)$/))
    },
    leave: closeDialog,
  },
  {
    name: 'search',
    show: async (page, demo) => {
      await goTo(page, `${demo.finished}/search`)
      await page.getByRole('searchbox').fill('パターン')
      await page.locator('mark').first().waitFor()
    },
  },
  {
    name: 'search-of-all',
    show: async (page) => {
      await goTo(page, '/')
      await goTo(page, '/search')
      await page.getByRole('searchbox').fill('ＵＳＢ')
      await page.locator('mark').first().waitFor()
    },
  },
  {
    name: 'search-empty',
    show: async (page) => {
      await goTo(page, '/')
      await goTo(page, '/search')
    },
  },
  {
    name: 'complete-dialog',
    show: async (page, demo) => {
      await openQuestion(page, demo.halfDone, 'A04')
      await openDialog(page, button(page, /^(点検を完了|Finish checks)/))
    },
    leave: closeDialog,
  },
  { name: 'roster-empty', show: (page, demo) => goTo(page, `${demo.halfDone}/roster/media`) },
  { name: 'roster-machines', show: (page, demo) => goTo(page, `${demo.halfDone}/roster/machines`) },
  { name: 'roster-media', show: (page, demo) => goTo(page, `${demo.finished}/roster/media`) },
  {
    name: 'roster-editing',
    show: async (page, demo) => {
      await goTo(page, `${demo.finished}/roster/media`)
      await button(page, /(を直す$|^Edit )/).click()
    },
  },
  { name: 'media-empty', show: (page, demo) => goTo(page, `${demo.halfDone}/media`) },
  { name: 'media', show: (page, demo) => openMedium(page, demo.finished) },
  {
    // Without a camera, which no machine that tests has.
    name: 'media-scan-dialog',
    show: async (page, demo) => {
      await openMedium(page, demo.finished)
      await openDialog(page, button(page, /^(現物をスキャン|Scan media)$/))
      await page.getByRole('dialog').getByRole('alert').waitFor()
    },
    leave: closeDialog,
  },
  {
    name: 'media-checks-dialog',
    show: async (page, demo) => {
      await openMedium(page, demo.finished)
      await openDialog(page, button(page, /^(チェックをまとめて記録|Record several checks)$/))
    },
    leave: closeDialog,
  },
  {
    name: 'media-complete-dialog',
    show: async (page, demo) => {
      await openMedium(page, demo.finished)
      await openDialog(page, button(page, /^(照合を完了|Complete)$/))
    },
    leave: closeDialog,
  },
  { name: 'evidence', show: (page, demo) => openEvidence(page, demo.halfDone) },
  { name: 'evidence-viewer', show: (page, demo) => openViewer(page, demo.halfDone), leave: closeViewer },
  {
    name: 'evidence-mark-up',
    show: async (page, demo) => {
      await openViewer(page, demo.halfDone)
      await button(page, /^(書き込む|Mark up)$/).click()
      await page.getByRole('application').waitFor()
      await button(page, /^(中央に置く|Place in the middle)$/).click()
    },
    leave: closeViewer,
  },
  {
    // Without a camera, too.
    name: 'evidence-camera',
    show: async (page, demo) => {
      await openQuestion(page, demo.halfDone, 'A04')
      await openDialog(page, button(page, /^(撮影|Camera)$/))
      await page.getByRole('dialog').getByRole('alert').waitFor()
    },
    leave: closeDialog,
  },
  {
    name: 'roster-details',
    show: async (page, demo) => {
      await goTo(page, `${demo.halfDone}/roster/machines?find=${encodeURIComponent('窓口')}`)
      await button(page, /(を直す$|^Edit )/).click()
    },
  },
  {
    name: 'checks-currency',
    show: async (page, demo) => {
      await goTo(page, `${demo.halfDone}/checks/currency`)
      await page.locator('[aria-pressed=true]').nth(1).waitFor()
    },
  },
  { name: 'checks-currency-empty', show: (page, demo) => goTo(page, `${demo.halfDone}/checks/currency?show=unknown`) },
  {
    name: 'checks-matrix',
    show: async (page, demo) => {
      await goTo(page, `${demo.finished}/checks/matrix`)
      await page.getByRole('table').waitFor()
    },
  },
  { name: 'checks-matrix-empty', show: (page, demo) => goTo(page, `${demo.halfDone}/checks/matrix`) },
  {
    name: 'checks-sampling',
    show: async (page, demo) => {
      await goTo(page, `${demo.finished}/checks/sampling`)
      await button(page, /^(抽出する|Draw)$/).waitFor()
    },
  },
  {
    name: 'checks-sample',
    show: async (page, demo) => {
      await goTo(page, `${demo.finished}/checks/sampling`)
      await page.getByLabel(/^(全体の件数|Entries in all)$/).fill('1,204')
      await button(page, /^(抽出する|Draw)$/).click()
      await page.getByRole('list', { name: /^(抽出した記録|Entries drawn)$/ }).waitFor()
    },
    leave: (page) => button(page, /^(抽出を取り消す|Withdraw the sample)$/).click(),
  },
  { name: 'import-register', show: (page, demo) => goTo(page, `${demo.halfDone}/roster/media/import`) },
  {
    name: 'import-register-shown',
    show: async (page, demo) => {
      await goTo(page, `${demo.halfDone}/roster/media/import`)
      await page.locator('input[type=file]').setInputFiles(register)
      await page.getByRole('table').waitFor()
    },
  },
  { name: 'findings', show: (page, demo) => goTo(page, `${demo.finished}/findings`) },
  { name: 'finding', show: (page, demo) => openFinding(page, demo.finished, [2, 1]) },
  { name: 'finding-without-measures', show: (page, demo) => openFinding(page, demo.halfDone, [1, 1]) },
  { name: 'finding-settling', show: (page, demo) => openFinding(page, demo.finished, [2, 2]) },
  {
    name: 'raise-finding-dialog',
    show: async (page, demo) => {
      await goTo(page, `${demo.halfDone}/findings`)
      await openDialog(page, button(page, /^(指摘を追加|Add)/))
    },
    leave: closeDialog,
  },
  {
    name: 'withdraw-dialog',
    show: async (page, demo) => {
      await openFinding(page, demo.finished, [2, 1])
      await button(page, /^(そのほかの操作|More actions)$/).click()
      await openDialog(page, page.getByRole('menuitem').last())
    },
    leave: closeDialog,
  },
  {
    name: 'history-sheet',
    show: async (page, demo) => {
      await openFinding(page, demo.finished, [2, 2])
      await openDialog(page, button(page, /^(履歴|History)$/))
      await page.getByRole('dialog').getByRole('listitem').first().waitFor()
    },
    leave: closeDialog,
  },
  {
    name: 'history',
    show: async (page, demo) => {
      await goTo(page, `${demo.finished}/history`)
      const change = page.getByRole('list', { name: /^(変更履歴|History)$/ }).getByRole('button')
      if ((await change.first().getAttribute('aria-expanded')) !== 'true') await change.first().click()
    },
  },
  { name: 'history-filtered-away', show: (page, demo) => goTo(page, `${demo.finished}/history?q=nothing+like+this`) },
  {
    name: 'findings-filtered-away',
    show: (page, demo) => goTo(page, `${demo.finished}/findings?review=sent-back`),
  },
  {
    name: 'finding-filter-menu',
    show: async (page, demo) => {
      await goTo(page, `${demo.finished}/findings`)
      await button(page, /^(絞り込み|Filter)$/).click()
      await page.getByRole('menu').waitFor()
    },
    leave: closeDialog,
  },
  {
    name: 'send-back-dialog',
    show: async (page, demo) => {
      await openFinding(page, demo.finished, [2, 1])
      await openDialog(page, button(page, /^(差し戻す|Send back)$/))
    },
    leave: closeDialog,
  },
  {
    name: 'pick-question-dialog',
    show: async (page, demo) => {
      await openFinding(page, demo.finished, [2, 1])
      await openDialog(page, button(page, /^(点検項目を追加|Add a check item)$/))
    },
    leave: closeDialog,
  },
  {
    name: 'finding-remark-form',
    show: async (page, demo) => {
      await openFinding(page, demo.finished, [2, 1])
      await button(page, /^(コメント・質問を書く|Write a comment or question)$/).click()
    },
  },
  { name: 'facts', show: (page, demo) => goTo(page, `${demo.finished}/facts`) },
  {
    name: 'facts-reading',
    show: async (page, demo) => {
      await goTo(page, `${demo.finished}/facts`)
      await openDialog(page, button(page, /^(タブレットを渡して始める|Hand over the tablet)$/))
      await page
        .getByRole('radio', { name: /^(意見あり|Objection)$/ })
        .first()
        .check({ force: true })
      await button(page, /^(署名して確定|Sign and confirm)$/).click()
    },
    leave: closeDialog,
  },
  { name: 'issue', show: (page, demo) => goTo(page, `${demo.finished}/issue`) },
  // With findings they are gone through on the signed audit.
  {
    name: 'unit-nothing-issued',
    show: async (page) => {
      await goTo(page, '/measures')
      await page.getByText(/^(発行された指摘はまだありません|No findings have been issued yet)$/).waitFor()
    },
  },
  {
    name: 'unit-audit-not-issued',
    show: (page, demo) => goTo(page, demo.finished.replace('/audits/', '/measures/')),
  },
  { name: 'conflicts', show: (page, demo) => goTo(page, `${demo.halfDone}/conflicts`) },
  { name: 'report', show: (page, demo) => goTo(page, `${demo.finished}/report`) },
  { name: 'report-draft', show: (page, demo) => goTo(page, `${demo.halfDone}/report`) },
  { name: 'report-findings', show: (page, demo) => showReport(page, `${demo.finished}/report/findings`) },
  { name: 'report-working-paper', show: (page, demo) => showReport(page, `${demo.finished}/report/working-paper`) },
  { name: 'report-exit', show: (page, demo) => showReport(page, `${demo.halfDone}/report/exit`) },
  {
    name: 'report-files-menu',
    show: async (page, demo) => {
      await showReport(page, `${demo.finished}/report/findings`)
      await button(page, /^(ファイルに保存|Save as a file)$/).click()
      await page.getByRole('menu').waitFor()
    },
    leave: closeDialog,
  },
  {
    name: 'readiness',
    show: async (page, demo) => {
      await goTo(page, `${demo.halfDone}/readiness`)
      await page.locator('main li').first().waitFor()
    },
  },
  {
    name: 'tour',
    show: async (page) => {
      await goTo(page, '/settings')
      await button(page, /^(使い方をもう一度見る|Show how it works again)/).click()
      await button(page, /^(読み飛ばす|Skip)$/).waitFor()
    },
    leave: (page) => button(page, /^(読み飛ばす|Skip)$/).click(),
  },
  {
    name: 'follow-up',
    show: async (page, demo) => {
      await goTo(page, `${demo.halfDone}/follow-up`)
      await page.getByRole('combobox').selectOption({ index: 1 })
      await button(page, /(引き継ぐ$|^Carry \d+ measures? over)/).waitFor()
    },
  },
  { name: 'details', show: (page, demo) => goTo(page, `${demo.halfDone}/details`) },
  {
    name: 'sync-panel',
    show: async (page) => {
      await goTo(page, '/')
      await openDialog(page, button(page, /^(同期済み|Synced)/))
    },
    leave: closeDialog,
  },
  {
    name: 'sync-panel-conflict',
    show: async (page, demo) => {
      await openQuestion(page, demo.halfDone, 'A04')
      await openDialog(page, button(page, /^(確認が必要|\d+ items? needs? review)/))
    },
    leave: closeDialog,
  },
  {
    name: 'rename-dialog',
    show: async (page) => {
      await goTo(page, '/settings')
      await openDialog(page, page.locator('main').getByRole('button', { name: /^(変更する|Change)/ }))
    },
    leave: closeDialog,
  },
  { name: 'settings', show: (page) => goTo(page, '/settings') },
  {
    name: 'classes',
    show: async (page) => {
      await goTo(page, '/settings/classes')
      const add = button(page, /^(区分を追加|Add a class)$/)
      await add
        .or(page.getByLabel(/^(名前（英語）|Name in English)$/))
        .first()
        .waitFor()
      if (await add.isVisible()) await add.click()
    },
  },
  { name: 'import', show: (page) => goTo(page, '/settings/import') },
  {
    name: 'held',
    show: async (page) => {
      await goTo(page, '/settings/held')
      await page.getByText(/^(保留中の入力はありません|Nothing is kept aside)$/).waitFor()
    },
  },
  { name: 'unknown-audit', show: (page) => goTo(page, '/audits/audit-that-is-not-here/checklist/A01') },
  { name: 'unknown-page', show: (page) => goTo(page, '/no/such/page') },
]
