import { describe, expect, test } from 'vitest'
import { mergeTexts } from '../../../../../src/app/components/conflict/mergeTexts.ts'

describe('mergeTexts', () => {
  test('says a sentence that both have once', () => {
    expect(mergeTexts(['登録した。検査した。', '登録した。研修した。'])).toBe('登録した。検査した。研修した。')
  })

  test('keeps what each adds before a common sentence, ours first', () => {
    expect(mergeTexts(['甲。終わり。', '乙。終わり。'])).toBe('甲。乙。終わり。')
  })

  test('keeps conditions on lines of their own', () => {
    expect(mergeTexts(['一つ目\n二つ目', '一つ目\n三つ目'])).toBe('一つ目\n二つ目\n三つ目')
  })

  test('puts phrases without an end mark on lines of their own', () => {
    expect(mergeTexts(['５本', '４本'])).toBe('５本\n４本')
  })

  test('joins English sentences with a space and leaves 6.4 whole', () => {
    expect(mergeTexts(['Clause 6.4 applies. Done.', 'Clause 6.4 applies. Planned.'])).toBe(
      'Clause 6.4 applies. Done. Planned.',
    )
  })

  test('takes in the texts of three tablets', () => {
    expect(mergeTexts(['共通。甲。', '共通。乙。', '共通。丙。'])).toBe('共通。甲。乙。丙。')
  })

  test('does not repeat a sentence that stands elsewhere in the other text', () => {
    expect(mergeTexts(['甲。乙。', '乙。甲。'])).toBe('甲。乙。')
  })

  test('loses no sentence of either', () => {
    const [a, b] = ['甲。乙。丙。丁。', '乙。戊。丁。己。甲。']
    const merged = mergeTexts([a, b])
    for (const sentence of ['甲。', '乙。', '丙。', '丁。', '戊。', '己。']) expect(merged).toContain(sentence)
  })
})
