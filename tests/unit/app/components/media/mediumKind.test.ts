import { expect, test } from 'vitest'
import { mediumKind } from '../../../../../src/app/components/media/mediumKind.ts'

test('a medium is drawn as what it is called, however it is written', () => {
  const kinds = ['USBメモリ（白）', 'CD-R', 'ＤＶＤ－Ｒ', '外付けHDD 2TB', 'SDカード 16GB', 'microSDHC', 'Portable SSD']
  expect(kinds.map((kind) => mediumKind([kind]))).toEqual(['stick', 'disc', 'disc', 'drive', 'card', 'card', 'drive'])
})

test('a stick that is called a drive or a card stays a stick', () => {
  expect(['USB drive', 'カード型USBメモリ'].map((kind) => mediumKind([kind]))).toEqual(['stick', 'stick'])
})

test('the first word that tells decides, and a number tells nothing', () => {
  expect(mediumKind(['CDR-健保-003', '700MB', 'CD-R'])).toBe('disc')
  expect(mediumKind(['黒 16GB'])).toBe('stick')
  expect(mediumKind([])).toBe('stick')
})
