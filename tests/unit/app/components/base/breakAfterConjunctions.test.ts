import { expect, test } from 'vitest'
import { breakAfterConjunctions } from '../../../../../src/app/components/base/breakAfterConjunctions.ts'
import { segmentPhrases } from '../../../../../src/app/components/base/segmentPhrases.ts'

const title = '市立体育館等予約システム及びごみ収集車両運行管理システムにおける情報セキュリティ対策'

test('a long title may break after 及び', () => {
  expect(breakAfterConjunctions([title])).toEqual([
    '市立体育館等予約システム及び',
    'ごみ収集車両運行管理システムにおける情報セキュリティ対策',
  ])
})

test('若しくは breaks after its end and not inside', () => {
  expect(breakAfterConjunctions(['端末の管理者若しくは業務の責任者が確認しているか'])).toEqual([
    '端末の管理者若しくは',
    '業務の責任者が確認しているか',
  ])
})

test('a short title stays whole', () => {
  expect(breakAfterConjunctions(['媒体及び端末'])).toEqual(['媒体及び端末'])
})

test('nothing of the text is lost or added', () => {
  const phrases = segmentPhrases(title)
  expect(phrases.length).toBeGreaterThan(2)
  expect(breakAfterConjunctions(phrases).join('')).toBe(title)
})
