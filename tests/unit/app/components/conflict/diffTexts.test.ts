import { describe, expect, test } from 'vitest'
import { diffTexts } from '../../../../../src/app/components/conflict/diffTexts.ts'
import type { DiffRun } from '../../../../../src/app/components/conflict/diffTexts.ts'

const marked = (runs: readonly DiffRun[]) =>
  runs.map(({ text, isDifferent }) => (isDifferent ? `[${text}]` : text)).join('')

describe('diffTexts', () => {
  test('marks nothing in equal texts', () => {
    expect(diffTexts('点検した。', '点検した。').left).toEqual([{ text: '点検した。', isDifferent: false }])
  })

  test('keeps a number whole', () => {
    const { left, right } = diffTexts('11月14日に登録した。', '11月15日に登録した。')
    expect(marked(left)).toBe('11月[14]日に登録した。')
    expect(marked(right)).toBe('11月[15]日に登録した。')
  })

  test('keeps a katakana word whole', () => {
    expect(marked(diffTexts('ウイルスを検査した', 'ウイルスソフトを検査した').right)).toBe('[ウイルスソフト]を検査した')
  })

  test('marks phrases and not the few characters that two sentences share by chance', () => {
    const { left, right } = diffTexts(
      '媒体について、台帳を改め、毎回承認する。',
      '媒体について、月に一度の確認とし、台帳に残した。',
    )
    expect(marked(left)).toMatch(/^媒体について、\[[^[\]]+\]。$/)
    expect(marked(right)).toMatch(/^媒体について、\[[^[\]]+\]。$/)
  })

  test('marks what only one text says and nothing in the other', () => {
    const { left, right } = diffTexts('登録した。', '速やかに登録した。')
    expect(marked(left)).toBe('登録した。')
    expect(marked(right)).toBe('[速やかに]登録した。')
  })

  test('gives both texts back unchanged', () => {
    const texts = ['', '同じ行\n違う行 USB-014', '同じ行\n別の行　USB-015 𠮷田', 'が\u3099'] as const
    for (const a of texts) {
      for (const b of texts) {
        const { left, right } = diffTexts(a, b)
        expect([left, right].map((runs) => runs.map(({ text }) => text).join(''))).toEqual([a, b])
      }
    }
  })

  test('answers at once for the longest texts the log can carry', () => {
    const [a, b] = ['あいうえお'.repeat(4000), 'かきくけこ'.repeat(4000)]
    const began = performance.now()
    expect(diffTexts(a, b).left).toEqual([{ text: a, isDifferent: true }])
    expect(performance.now() - began).toBeLessThan(500)
  })
})
