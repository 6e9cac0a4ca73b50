import { describe, expect, test } from 'vitest'
import { criteria } from '../../../../src/domain/template/builtin/criteria.ts'
import { builtinTemplates } from '../../../../src/domain/template/builtinTemplates.ts'
import { languages } from '../../../../src/domain/template/Localised.ts'
import { questionsOf } from '../../../../src/domain/template/questionsOf.ts'
import { questionRoles, type Question } from '../../../../src/domain/template/Template.ts'
import { conditionsOf, questionTexts, recommendationsOf, textsIn } from './textsOf.ts'

const allQuestions = builtinTemplates.flatMap(questionsOf)
const byId = new Map<string, Question>(allQuestions.map((question) => [question.id, question]))
const sections = builtinTemplates.flatMap((template) => template.sections)

/**
 * Per question: what it repeats over, what is recorded beside the judgement, 是正 or 改善, criteria.
 * B01 counts, but its number is the count of its roster and is not typed.
 */
const expected = `
A01 machines            none      rectify 6.4
A02 machines            date      rectify 6.4
A03 -                   date      rectify 6.4,6.3
A04 -                   none      improve 6.4
A05 -                   dates:4   improve procedure
A06 -                   none      improve 7.2
A07 -                   none      improve 6.4,4.4
A08 machines            none      rectify 6.4
A09 -                   date      improve 6.4
A10 -                   none      improve 6.4,7.2
A11 -                   none      improve 7.2
A12 -                   none      improve 6.3,8.2
A13 -                   none      rectify 7.4
A14 -                   date      improve 8.2
A15 -                   none      improve 5.2,5.3
B01 media               none      improve 4.4
B02 media               none      improve media-rule-6
B03 -                   none      improve 4.4,media-rule-4
B04 media               none      improve 4.4
B05 media               none      improve 6.4,4.4
B06 -                   date      rectify 6.4
B07 -                   number    improve procedure
B08 -                   date      improve 7.2
B09 -                   none      improve 4.4,8.1
B10 -                   none      rectify 4.4,media-rule-6
B11 media               none      rectify 2,4.4
B12 media               none      rectify 2,4.4
B13 -                   none      rectify 5.1,6.1
B14 -                   number    improve 7.2
B15 -                   none      rectify 4.4,5.3
B16 -                   date      improve 7.2
C01 -                   date      improve specification,8.2
C02 specification-items none      improve specification
C03 specification-items elements  improve specification
C04 -                   none      improve specification
C05 -                   none      improve contract,8.1
C06 -                   date      improve 8.2
C07 -                   dates:3   improve specification
C08 -                   number    improve 8.2,7.2
C09 -                   none      improve contract
C10 -                   none      improve 8.2,6.4
C11 -                   number    rectify 4.2
C12 -                   none      rectify 6.1,8.2
C13 -                   none      rectify 8.1
C14 -                   date      improve 8.1
C15 -                   none      improve 8.2
C16 -                   none      improve 8.1,2
`

function row(question: Question): string {
  const value = question.value.type === 'dates' ? `dates:${question.value.slots}` : question.value.type
  const codes = question.criteria.map(({ code }) => code).join(',')
  return [question.id, question.perRoster ?? '-', value, question.finding.demand, codes].join(' ')
}

describe('the built-in checklists', () => {
  test('are three, at version 1, with 15, 16 and 16 questions', () => {
    expect(builtinTemplates.map(({ id, version, letter }) => `${id} ${version} ${letter}`)).toEqual([
      'antivirus 1 A',
      'media 1 B',
      'work-plan 1 C',
    ])
    expect(builtinTemplates.map((template) => questionsOf(template).length)).toEqual([15, 16, 16])
  })

  test('number their questions by their letter, without a gap and in order', () => {
    for (const template of builtinTemplates) {
      const ids = questionsOf(template).map(({ id }) => id)
      expect(ids).toEqual(ids.map((_, index) => template.letter + String(index + 1).padStart(2, '0')))
    }
    expect(byId.size).toBe(47)
  })

  test('have section ids that begin with the template id and are unique', () => {
    for (const template of builtinTemplates) {
      for (const section of template.sections) expect(section.id.startsWith(`${template.id}.`)).toBe(true)
    }
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
  })

  test('ask for what the matrix of the domain says', () => {
    const rows = expected.trim().split('\n')
    expect(allQuestions.map(row)).toEqual(rows.map((line) => line.replaceAll(/ +/g, ' ')))
  })

  test('tell computed checks by role which question is which', () => {
    const roles = allQuestions.flatMap(({ id, role }) => (role === undefined ? [] : [`${id} ${role}`]))
    expect(roles).toEqual([
      'A02 definition-date',
      'B01 registered',
      'B02 labelled',
      'B05 virus-checked',
      'B07 sample',
      'C02 specified',
      'C03 plan-elements',
    ])
    expect(new Set(questionRoles).size).toBe(roles.length)
  })

  test('limit the age of an answered day where a day is asked for', () => {
    const limits = allQuestions.flatMap(({ id, limitDays }) => (limitDays === undefined ? [] : [[id, limitDays]]))
    expect(limits).toEqual([
      ['A02', 30],
      ['B06', 1],
      ['B16', 365],
      ['C14', 365],
    ])
    for (const [id] of limits) expect(byId.get(String(id))?.value.type).toBe('date')
  })

  test('name the method that the matrix marks as the first one', () => {
    const marked = { A06: 'reperformance', A15: 'inquiry', B10: 'observation', B12: 'reperformance' } as const
    const rest = { B14: 'reperformance', C08: 'reperformance', C11: 'observation' } as const
    for (const [id, method] of Object.entries({ ...marked, ...rest })) expect(byId.get(id)?.methods[0]).toBe(method)
    for (const { methods } of allQuestions) expect(new Set(methods).size).toBe(Math.max(1, methods.length))
  })

  test('take their criteria from the one list, and use all of it', () => {
    const used = new Set(allQuestions.flatMap((question) => question.criteria))
    expect(used).toEqual(new Set(Object.values(criteria)))
  })

  test('draft B05 with B01 and C03 with C02, and say what B01 and C02 say alone', () => {
    const followers = allQuestions.flatMap(({ id, draftedWith }) =>
      draftedWith === undefined ? [] : [[id, draftedWith]],
    )
    expect(followers).toEqual([
      ['B05', 'B01'],
      ['C03', 'C02'],
    ])
    const withAlone = allQuestions.filter(({ finding }) => finding.alone !== undefined)
    expect(withAlone.map(({ id }) => id)).toEqual(['B01', 'C02'])
  })

  test('are frozen all the way down', () => {
    expect(builtinTemplates.every(isFrozenThrough)).toBe(true)
    expect(Object.isFrozen(builtinTemplates)).toBe(true)
  })
})

function isFrozenThrough(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return Object.isFrozen(value) && Object.values(value).every(isFrozenThrough)
}

describe('the texts of the built-in checklists', () => {
  const texts = textsIn(builtinTemplates)

  test.each(languages)('are all there in %s', (language) => {
    expect(texts.length).toBeGreaterThan(47 * 6)
    for (const text of texts) expect(text[language].trim()).toBe(text[language])
    for (const text of texts) expect(text[language]).not.toBe('')
  })

  test('hold no half-width single digit and no Latin punctuation in Japanese, but for chapter numbers of criteria', () => {
    const criterionTexts = new Set(Object.values(criteria).map(({ text }) => text.ja))
    const wrong = texts.map(({ ja }) => ja).filter((ja) => !criterionTexts.has(ja) && breaksJapaneseStyle(ja))
    expect(wrong).toEqual([])
  })

  test('hold no Japanese in English', () => {
    expect(texts.map(({ en }) => en).filter((en) => /[^\x20-\x7e]/.test(en))).toEqual([])
  })

  test('say different things: no question, guidance or subject is there twice', () => {
    for (const language of languages) {
      const all = allQuestions.flatMap(({ text, guidance, finding }) =>
        [text, guidance, finding.subject].map((each) => each[language]),
      )
      expect(all.filter((each, index) => all.indexOf(each) !== index)).toEqual([])
    }
  })

  test.each(allQuestions)('$id asks a question and gives guidance of one or two sentences', ({ text, guidance }) => {
    expect(text.ja).toMatch(/か(（[^）]+）)?$/)
    expect(text.en).toMatch(/^[A-Z].*\?$/)
    expect(guidance.ja.split('。').length - 1).toBeLessThanOrEqual(2)
    expect(guidance.ja).toMatch(/。$/)
    expect(guidance.en).toMatch(/^[A-Z].*\.$/)
  })

  test.each(allQuestions)('$id says what makes it fail', ({ id, guidance }) => {
    expect(guidance.ja, id).toMatch(/不適合と[すし]/)
  })
})

/** Half-width spaces, brackets and marks; a digit alone, where no letter or digit stands beside it. */
function breaksJapaneseStyle(ja: string): boolean {
  return /[!-/:-@[-`~ ]/.test(ja.replaceAll(/\{\w+\}/g, '')) || /(?<![0-9A-Z])[0-9](?![0-9])/.test(ja)
}

describe('the finding texts of the built-in checklists', () => {
  const known = new Set(
    'total failing unchecked date days limit unit value items elements mediaType renewed sampled deficient'
      .split(' ')
      .map((name) => `{${name}}`),
  )
  const variables = (text: string) => text.match(/\{[^}]*\}?|\}/g) ?? []

  test('hold known variables only, the same in both languages', () => {
    for (const text of textsIn(builtinTemplates)) {
      expect(variables(text.ja).filter((variable) => !known.has(variable))).toEqual([])
      expect(new Set(variables(text.en))).toEqual(new Set(variables(text.ja)))
    }
  })

  test('hold variables in conditions and the unit in recommendations, and nowhere else', () => {
    for (const question of allQuestions) {
      for (const text of questionTexts(question)) expect(variables(text.ja)).toEqual([])
      for (const text of conditionsOf(question)) expect(variables(text.ja)).not.toContain('{unit}')
      for (const text of recommendationsOf(question)) expect(variables(text.ja)).toEqual(['{unit}'])
    }
  })

  test.each(allQuestions)('$id uses only variables that its answers can fill', (question) => {
    const fills = new Set<string>(['{unit}'])
    const add = (...names: string[]) => names.forEach((name) => fills.add(`{${name}}`))
    if (question.perRoster !== undefined) add('total', 'failing', 'items')
    if (question.perRoster === 'media') add('mediaType')
    if (question.value.type === 'date') add('date', 'days')
    if (question.value.type === 'number') add('value')
    if (question.limitDays !== undefined) add('limit')
    if (question.value.type === 'elements') add('elements')
    const unfilled = (text: string) => variables(text).filter((variable) => !fills.has(variable))
    const { condition, alone, sinceRenewal, sampled } = question.finding
    if (question.role === 'definition-date') add('renewed')
    if (question.role === 'sample') add('sampled', 'deficient')
    for (const text of [sinceRenewal, sampled]) expect(unfilled(text?.ja ?? '')).toEqual([])
    if (alone !== undefined) {
      expect(unfilled(alone.condition.ja)).toEqual([])
      add('unchecked', 'elements')
    }
    expect(unfilled(condition.ja)).toEqual([])
  })

  test.each(allQuestions)('$id states a fact in the past and asks the unit for one thing', (question) => {
    for (const { ja, en } of conditionsOf(question)) {
      expect(ja).toMatch(/(なかった|であった|ていた)(（[^）]+）)?。$/)
      expect(en).toMatch(/^[A-Z{].*\.$/)
    }
    for (const { ja, en } of recommendationsOf(question)) {
      expect(ja).toMatch(/^\{unit\}は、[^。]+されたい。$/)
      expect(en).toMatch(/^\{unit\} should [^.]+\.$/)
    }
    const { subject } = question.finding
    expect(subject.ja).not.toMatch(/[。、？]$|について/)
    expect(subject.en).toMatch(/^[a-z][^.]*[^.]$/)
  })

  test('of A02, B01 and C02 are those of the domain', () => {
    expect(byId.get('A02')?.finding.condition.ja).toBe(
      'ウイルス対策ソフトのパターンファイルについて、{total}台のうち{failing}台が{date}以降更新されていなかった（監査日現在{days}日経過、基準{limit}日以内）。',
    )
    expect(byId.get('B01')?.finding.condition.ja).toBe(
      '保有する記録媒体（{mediaType}）{total}本のうち{failing}本が管理簿に登録されず、{unchecked}本についてウイルスチェックの記録がなかった。',
    )
    expect(byId.get('C02')?.finding.condition.ja).toBe(
      '業務計画書には、仕様書が求める{total}項目のうち{failing}項目（{items}）について、{elements}の記載がなかった。',
    )
    expect(['A02', 'B01', 'C02'].map((id) => byId.get(id)?.finding.subject.ja)).toEqual([
      'ウイルス対策ソフトの更新',
      '記録媒体の管理',
      '業務委託における事業者の管理・監督',
    ])
  })
})
