import { describe, expect, test } from 'vitest'
import { applyDigitRule } from '../../../../src/domain/text/applyDigitRule.ts'

describe('applyDigitRule', () => {
  test.each([
    ['令和6年4月22日', '令和６年４月22日'],
    ['令和６年１０月１５日', '令和６年10月15日'],
    ['5本のうち4本', '５本のうち４本'],
    ['5月・8月・１１月・2月', '５月・８月・11月・２月'],
    ['1月15日～26日', '１月15日～26日'],
    ['毎月1回、10件中3件', '毎月１回、10件中３件'],
    ['第1四半期', '第１四半期'],
    ['12台（うち3台）', '12台（うち３台）'],
    ['(1)', '(１)'],
    ['5％', '５％'],
    ['', ''],
  ])('%s becomes %s', (typed, printed) => {
    expect(applyDigitRule(typed)).toBe(printed)
  })

  test.each([
    ['a question id', 'A02の回答'],
    ['an interface', 'USB3'],
    ['a full-width interface', 'ＵＳＢ３'],
    ['a size', '8GBの媒体'],
    ['a serial number', '4C53-0001'],
    ['a serial number of one digit a part', '管理番号 7-3'],
    ['a clause', '対策基準6.4'],
    ['a full-width clause', '対策基準６．４'],
    ['a version', '版1.2.3'],
    ['a decimal', '3.5時間'],
    ['thousands', '1,204件'],
    ['a time', '9:05'],
    ['a short date', '3/7'],
    ['an abbreviation', 'No.5'],
    ['a list mark', '1. 更新'],
    ['a negative number', '-5'],
    ['a product and its number', 'Windows 7'],
    ['English', 'within 5 days'],
  ])('%s stays as typed', (_name, typed) => {
    expect(applyDigitRule(typed)).toBe(typed)
  })

  test('the number of a finding stays full-width throughout', () => {
    expect(applyDigitRule('２（１０）及び（１２）のとおり')).toBe('２（１０）及び（１２）のとおり')
  })

  test('a year in brackets is left as typed, half-width or full-width', () => {
    expect(applyDigitRule('令和元年（2019）')).toBe('令和元年（2019）')
    expect(applyDigitRule('令和元年（２０１９）')).toBe('令和元年（２０１９）')
  })
})
