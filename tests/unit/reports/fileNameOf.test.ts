import { expect, test } from 'vitest'
import { fileNameOf } from '../../../src/reports/fileNameOf.ts'

test('the parts stand in one line, the empty ones left out', () => {
  expect(fileNameOf(['報告監６の第７号', '', '指摘一覧'])).toBe('報告監６の第７号 指摘一覧')
})

test('signs that a file system refuses become a space', () => {
  expect(fileNameOf(['a/b:c', 'd\n"e"?'])).toBe('a b c d e')
})

test('a name is never longer than a file system takes and does not end in a dot', () => {
  expect(fileNameOf(['あ'.repeat(300)])).toHaveLength(100)
  expect(fileNameOf(['報告 No. '])).toBe('報告 No')
})
