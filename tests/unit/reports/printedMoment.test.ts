import { expect, test } from 'vitest'
import { printedMoment } from '../../../src/reports/printedMoment.ts'

const japan = () => 540

test('a moment is printed in the time of the reader, with the digit rule for its day', () => {
  const moment = { at: '2024-03-06T15:05:09.000Z', offset: null }
  expect(printedMoment(moment, 'ja', japan)).toBe('令和６年３月７日 00:05')
  expect(printedMoment(moment, 'en', japan)).toBe('7 March 2024, 00:05')
})

test('a clock that was off is corrected and its own time is said', () => {
  const moment = { at: '2024-03-07T01:00:00.000Z', offset: 3_600_000 }
  expect(printedMoment(moment, 'ja', japan)).toBe('令和６年３月７日 11:00（端末の時計では令和６年３月７日 10:00）')
})

test('what is no instant is printed as it stands', () => {
  expect(printedMoment({ at: '2024:03:07 10:00', offset: null }, 'ja', japan)).toBe('2024:03:07 10:00')
})
