// The pictures of the README: three screens of the demo, at the size of the tablet and one pixel a pixel.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { go } from '../auditorActions.ts'
import { findEngines } from '../engines/findEngines.mjs'
import { openDemo, type Demo } from './openDemo.ts'
import { shrinkPng } from './shrinkPng.ts'
import { switchPreferences, type ScreenPreferences } from './switchPreferences.ts'

interface Picture {
  readonly file: string
  readonly size: { readonly width: number; readonly height: number }
  readonly theme: ScreenPreferences['theme']
  show(page: Page, demo: Demo): Promise<void>
}

const pictures: readonly Picture[] = [
  {
    file: 'checklist.png',
    size: { width: 1180, height: 820 },
    theme: 'light',
    show: async (page, demo) => {
      await go(page, `${demo.finished}/checklist/B03`)
      await page.locator('#details-B03').waitFor()
    },
  },
  {
    file: 'checklist-portrait-dark.png',
    size: { width: 820, height: 1180 },
    theme: 'dark',
    show: async (page, demo) => {
      await go(page, `${demo.halfDone}/checklist/A06`)
      await page.locator('#details-A06').waitFor()
    },
  },
  {
    file: 'conflict.png',
    size: { width: 1180, height: 820 },
    theme: 'light',
    show: async (page, demo) => {
      await go(page, `${demo.finished}/findings`)
      await page.getByRole('link', { name: /２（２）/ }).click()
      await page.getByText('両方をまとめて編集').waitFor()
    },
  },
]

export async function takePictures(folder: string): Promise<void> {
  const { chromium: executablePath } = findEngines()
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['--disable-gpu'],
  })
  try {
    const demo = await openDemo(browser, {
      viewport: { width: 1180, height: 820 },
      hasTouch: true,
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
      reducedMotion: 'reduce',
    })
    try {
      await mkdir(folder, { recursive: true })
      for (const picture of pictures) await take(picture, demo, folder)
    } finally {
      await demo.dispose()
    }
  } finally {
    await browser.close()
  }
}

async function take(picture: Picture, demo: Demo, folder: string): Promise<void> {
  const { file, size, theme } = picture
  const { page } = demo
  await page.setViewportSize(size)
  await switchPreferences(page, { theme, language: 'ja' })
  await picture.show(page, demo)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await writeFile(join(folder, file), shrinkPng(await page.screenshot()))
}
