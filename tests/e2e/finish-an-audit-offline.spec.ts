// The main job, as an auditor does it: everything at the rack without a network, then sync, a conflict, and the printed report.
import { expect, test, type BrowserType, type LaunchOptions } from '@playwright/test'
import {
  addMeasure,
  auditPath,
  confirmFacts,
  createAudit,
  expectAllSent,
  expectJudged,
  go,
  judge,
  judgeItem,
  listMedia,
  noteField,
  raiseFindingFrom,
  settleWith,
} from '../support/auditorActions.ts'
import { readPdfText } from '../support/readPdfText.ts'
import { startGenbaServer, type GenbaServer } from '../support/startGenbaServer.ts'
import { Tablet } from '../support/Tablet.ts'

const sticks = ['4C53-0001-27B8', '4C53-0001-27C1', 'AA04-0128-7715', 'AA04-0128-7802', '0781-5583-0142'] as const
const unregistered: readonly string[] = sticks.slice(0, 4)
const note = '管理画面の日付は 2022/01/14。更新の手順は口頭だけで、文書がない。'
const halfTyped = '書きかけの所見。電池が切れても残ること。'

let server: GenbaServer
const tablets: Tablet[] = []

async function openTablet(browserType: BrowserType, launch: LaunchOptions): Promise<Tablet> {
  const context = { viewport: { width: 1180, height: 820 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' }
  const tablet = await Tablet.open({ browserType, origin: server.origin, launch, context })
  tablets.push(tablet)
  return tablet
}

test.beforeAll(async () => {
  server = await startGenbaServer()
})

test.afterAll(async () => {
  await Promise.all(tablets.map((tablet) => tablet.dispose()))
  await server.dispose()
})

test('an audit goes from the first tap, offline, to the printed report', async ({ playwright, launchOptions }) => {
  const launch = { ...launchOptions, headless: true }
  const tanaka = await openTablet(playwright.chromium, launch)
  await tanaka.beginAs('田中')
  await createAudit(tanaka.page, {
    unit: '健康局',
    subject: '予約システムの情報セキュリティ対策に関する事務',
    reportNo: '報告監６の第７号',
  })
  const audit = auditPath(tanaka.page)
  await expectAllSent(tanaka.page)

  await test.step('network off: answers, notes, five sticks of which four are unregistered', async () => {
    await server.stop()
    await tanaka.setOffline(true)
    await judge(tanaka.page, audit, 'A04', '不適合')
    await noteField(tanaka.page).fill(note)
    await noteField(tanaka.page).blur()
    await expect(tanaka.page.getByText(/^保存済み/).first()).toBeVisible()
    await judge(tanaka.page, audit, 'A07', '適合')
    await listMedia(tanaka.page, audit, sticks)
    for (const stick of sticks) {
      await judgeItem(tanaka.page, 'B01', stick, unregistered.includes(stick) ? '不適合' : '適合')
      await judgeItem(tanaka.page, 'B05', stick, '不適合')
    }
  })

  await test.step('the history of a question, from the question', async () => {
    const { page } = tanaka
    await go(page, `${audit}/checklist/A04`)
    await page.getByRole('button', { name: 'A04 のその他の操作' }).click()
    await page.getByRole('menuitem', { name: 'この項目の変更履歴' }).click()
    const history = page.getByRole('list', { name: '変更履歴' })
    await expect(history.getByText(note)).toBeVisible()
    await expect(history.getByText('A07')).toHaveCount(0)
    await go(page, `${audit}/checklist/B01`)
  })

  await test.step('the finding is drafted with its counts, and gets measures', async () => {
    await raiseFindingFrom(tanaka.page, audit, 'B01')
    const conditions = tanaka.page.getByLabel('事実', { exact: true })
    await expect(conditions).toHaveValue(/５本のうち４本/)
    await expect(conditions).toHaveValue(/５本についてウイルスチェックの記録がなかった/)
    await addMeasure(tanaka.page, {
      type: '応急・是正',
      text: '未登録の４本を管理簿に登録した。',
      doneOn: '2023-12-05',
    })
    await addMeasure(tanaka.page, {
      type: '仕組み',
      text: '使用の都度、責任者が確かめる様式に改めた。',
      doneOn: '2024-02-01',
    })
  })

  await test.step('the finding is sent back, approved and confirmed; an edit voids both; its number becomes final', async () => {
    const { page } = tanaka
    const review = page.getByRole('region', { name: '承認', exact: true })
    await review.getByRole('button', { name: '差し戻す' }).click()
    await page.getByRole('dialog').getByLabel('差し戻す理由').fill('未登録の本数を確かめること')
    await page.getByRole('dialog').getByRole('button', { name: '差し戻す' }).click()
    await expect(review.getByText('未登録の本数を確かめること')).toBeVisible()
    await review.getByRole('button', { name: '承認する' }).click()
    await expect(review.getByText('承認', { exact: true }).last()).toBeVisible()
    const finding = new URL(page.url()).pathname

    await confirmFacts(page, audit, '山田')
    await go(page, finding)
    await expect(review.getByText('相違なし')).toBeVisible()
    await page.getByLabel('事実', { exact: true }).press('End')
    await page.getByLabel('事実', { exact: true }).pressSequentially('翌日に再び確かめた。')
    await page.getByLabel('事実', { exact: true }).blur()
    await expect(review.getByText('承認後に変更')).toBeVisible()
    await expect(review.getByText(/^事実確認後に変更されています/)).toBeVisible()
    await review.getByRole('button', { name: '承認する' }).click()
    await expect(review.getByText('承認後に変更')).toHaveCount(0)

    await go(page, `${audit}/issue`)
    await page.getByRole('link', { name: '現地監査日がありません。' }).click()
    await page.getByLabel('現地監査日', { exact: true }).fill('2023-11-17')
    await page.getByLabel('現地監査日', { exact: true }).blur()
    await go(page, `${audit}/issue`)
    await page.getByRole('button', { name: '発行する' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: '発行する' }).click()
    await expect(page.getByRole('heading', { name: '発行済み（サーバーの確認待ち）' })).toBeVisible()
  })

  await test.step('the browser is killed while typing and opened again, still offline: nothing is lost', async () => {
    await go(tanaka.page, `${audit}/checklist/A11`)
    await noteField(tanaka.page).fill(halfTyped)
    await expect(tanaka.page.getByText(/^保存済み/).first()).toBeVisible()
    await tanaka.killAndReopen(`${audit}/checklist/A11`)
    await expect(noteField(tanaka.page)).toHaveValue(halfTyped)
    await expectJudged(tanaka.page, audit, 'A04', '不適合')
    await expect(noteField(tanaka.page)).toHaveValue(note)
    await go(tanaka.page, `${audit}/roster/media`)
    await expect(tanaka.page.getByText('4C53-0001-27B8', { exact: true }).first()).toBeVisible()
  })

  await test.step('network on: everything is sent, and a second tablet shows the same', async () => {
    await server.start()
    await tanaka.setOffline(false)
    await expectAllSent(tanaka.page)
    await go(tanaka.page, `${audit}/issue`)
    await expect(tanaka.page.getByRole('heading', { name: '発行済み', exact: true })).toBeVisible()
  })
  const sato = await openTablet(playwright.chromium, launch)
  await sato.beginAs('佐藤')
  await expect(sato.page.getByText('予約システムの情報セキュリティ対策に関する事務').first()).toBeVisible()
  await expectJudged(sato.page, audit, 'A04', '不適合')
  await expect(noteField(sato.page)).toHaveValue(note)
  await go(sato.page, `${audit}/findings`)
  await expect(sato.page.getByText('２（１）').first()).toBeVisible()

  await test.step('both change one field offline: the conflict shows on both, is settled on one, gone on both', async () => {
    for (const [tablet, text] of [
      [tanaka, '田中の所見。'],
      [sato, '佐藤の所見。'],
    ] as const) {
      await tablet.setOffline(true)
      await go(tablet.page, `${audit}/checklist/A07`)
      await noteField(tablet.page).fill(text)
      await noteField(tablet.page).blur()
      await expect(tablet.page.getByText(/^保存済み/).first()).toBeVisible()
    }
    for (const tablet of [tanaka, sato]) await tablet.setOffline(false)
    for (const tablet of [tanaka, sato]) {
      await expect(tablet.page.getByRole('button', { name: '確認が必要 1件' })).toBeVisible({ timeout: 45_000 })
    }
    await go(tanaka.page, `${audit}/conflicts`)
    await expect(tanaka.page.getByText('田中の所見。').first()).toBeVisible()
    await expect(tanaka.page.getByText('佐藤の所見。').first()).toBeVisible()
    await settleWith(tanaka.page, '佐藤')
    for (const tablet of [tanaka, sato]) {
      await expect(tablet.page.getByRole('button', { name: '確認が必要 1件' })).toHaveCount(0, { timeout: 45_000 })
      await go(tablet.page, `${audit}/checklist/A07`)
      await expect(noteField(tablet.page)).toHaveValue('佐藤の所見。')
    }
  })

  await test.step('the report is printed to PDF', async () => {
    await go(tanaka.page, `${audit}/report`)
    await expect(tanaka.page.getByText('監査結果に関する措置状況報告書').first()).toBeVisible()
    const text = (await readPdfText(await tanaka.page.pdf({ preferCSSPageSize: true }))).join('')
    for (const expected of [
      '報告監６の第７号',
      '健康局',
      '２（１）',
      '【指摘事項】',
      '５本のうち４本',
      '措置済',
      '令和６年２月１日',
    ])
      expect(text).toContain(expected)
    expect(text).not.toContain('監査一覧')
  })

  await test.step('the working paper tells the answers, and both versions of the conflict that was settled', async () => {
    await go(tanaka.page, `${audit}/report/working-paper`)
    await expect(tanaka.page.getByRole('heading', { name: '監査調書', level: 1 })).toBeVisible()
    const text = (await readPdfText(await tanaka.page.pdf({ preferCSSPageSize: true }))).join('')
    for (const expected of ['更新の手順は口頭だけで、文書がない。', '次の２通りの記入から確定した。', '田中の所見。'])
      expect(text).toContain(expected)
    const [file] = await Promise.all([
      tanaka.page.waitForEvent('download'),
      tanaka.page
        .getByRole('button', { name: 'ファイルに保存' })
        .click()
        .then(() => tanaka.page.getByRole('menuitem', { name: /^Excel/ }).click()),
    ])
    expect(file.suggestedFilename()).toBe('報告監６の第７号 監査調書 案.xlsx')
  })

  for (const tablet of tablets) {
    expect(tablet.strayRequests).toEqual([])
    expect(tablet.policyViolations).toEqual([])
    expect(tablet.pageErrors).toEqual([])
  }
})
