import { expect, test } from 'vitest'
import { decideJudge, decideNote } from '../../../../src/domain/audit/decideAnswer.ts'
import { pinnedTemplates } from '../../../../src/domain/audit/pinnedTemplates.ts'
import { answerOf } from '../../../../src/domain/audit/questionStatus.ts'
import { searchableTexts } from '../../../../src/domain/audit/searchableTexts.ts'
import { readyText, searchTexts } from '../../../../src/domain/audit/searchTexts.ts'
import { searchWords } from '../../../../src/domain/text/foldForSearch.ts'
import { anAudit, refOf } from '../../../support/anAudit.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

function aNotedAudit() {
  const device = anAudit()
  device.write(decideNote(answerOf(device.audit, refOf('A02')), 'パターンファイルは 2022/01/14 から更新されていない。'))
  device.write(decideJudge(answerOf(device.audit, refOf('A03')), 'not-applicable', '保守契約の対象外のため'))
  return device
}

function hitsOf(query: string) {
  const { audit } = aNotedAudit()
  const texts = searchableTexts(audit, pinnedTemplates(audit), 'ja').map(readyText)
  return searchTexts(texts, searchWords(query)).map(({ kind, number }) => `${kind} ${number}`)
}

test('a note and a reason are found under their question', () => {
  expect(hitsOf('2022/01/14')).toEqual(['note A02'])
  expect(hitsOf('保守契約')).toContain('reason A03')
})

test('[A9] all words must be there, the number of the question among them', () => {
  expect(hitsOf('a02 更新されていない')).toEqual(['note A02'])
  expect(hitsOf('a03 更新されていない')).toEqual([])
})

test('questions are found by their own words', () => {
  expect(hitsOf('ウイルス対策').some((hit) => hit.startsWith('question '))).toBe(true)
})

test('[A9] the heading that many texts stand under is no hit of each of them', () => {
  const { audit } = aNotedAudit()
  const texts = searchableTexts(audit, pinnedTemplates(audit), 'ja')
  const note = texts.find(({ kind }) => kind === 'note')
  const word = note?.title ?? ''
  expect(searchTexts(texts.map(readyText), searchWords(word)).some(({ kind }) => kind === 'note')).toBe(false)
})

test('no words find nothing', () => {
  expect(hitsOf('　')).toEqual([])
})

test('[A9] both notes of a conflict are found', () => {
  const here = anAudit()
  const there = new TestDevice('sato')
  there.seeAllOf(here)
  here.write(decideNote(answerOf(here.audit, refOf('A02')), '左のきろく'))
  there.write(decideNote(answerOf(there.audit, refOf('A02')), '右のきろく'))
  here.seeAllOf(there)
  const texts = searchableTexts(here.audit, pinnedTemplates(here.audit), 'ja').map(readyText)
  expect(searchTexts(texts, searchWords('キロク'))).toHaveLength(2)
})
