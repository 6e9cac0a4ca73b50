import { expect, test } from 'vitest'
import { formatBytes } from '../../../../../src/app/components/base/formatBytes.ts'

test.each([
  [180_000_000, '180 MB'],
  [2_000_000_000, '2.0 GB'],
  [12_400_000, '12 MB'],
  [999, '1 kB'],
  [0, '0 kB'],
])('%d bytes read %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})
