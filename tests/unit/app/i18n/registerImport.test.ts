import { expect, test } from 'vitest'
import { columnChoices } from '../../../../src/app/components/register-import/RegisterView.ts'
import en from '../../../../src/app/i18n/en/registerImport.json' with { type: 'json' }
import ja from '../../../../src/app/i18n/ja/registerImport.json' with { type: 'json' }
import { rosterKinds } from '../../../../src/domain/template/Template.ts'
import { columnRoles } from '../../../../src/interchange/roster/ColumnRole.ts'
import { tableRefusals, textEncodings } from '../../../../src/interchange/Table.ts'

test.each([
  ['Japanese', ja],
  ['English', en],
] as const)('every way a register can be refused, read and assigned has words in %s', (_, texts) => {
  expect(Object.keys(texts.refused).sort()).toEqual([...tableRefusals, 'reader-missing', 'unreadable'].sort())
  expect(Object.keys(texts.encoding).sort()).toEqual([...textEncodings].sort())
  expect(Object.keys(texts.noNumber).sort()).toEqual([...rosterKinds].sort())
  for (const roster of rosterKinds) expect(Object.keys(texts.choice[roster])).toEqual([...columnChoices])
})

test('the screen offers exactly the roles that a column can have', () => {
  expect(columnChoices).toEqual(columnRoles)
})
