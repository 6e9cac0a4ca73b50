// What the large build of the app has in place of the released checklists: one of 40 sections with 25 questions each, whose questions say
// and ask what the released ones do. Each is asked once: a roster would have to be filled first, and its items are a matter of their own.
import { antivirusTemplate } from '../../../src/domain/template/builtin/antivirus/antivirusTemplate.ts'
import { mediaTemplate } from '../../../src/domain/template/builtin/media/mediaTemplate.ts'
import { workPlanTemplate } from '../../../src/domain/template/builtin/work-plan/workPlanTemplate.ts'
import { must } from '../../../src/domain/must.ts'
import { questionsOf } from '../../../src/domain/template/questionsOf.ts'
import type { Question, QuestionId, Section, SectionId, Template } from '../../../src/domain/template/Template.ts'
import { benchTemplate, questionIds, questionsPerSection } from '../generateAudits.ts'

const released = [antivirusTemplate, mediaTemplate, workPlanTemplate]
const releasedSections = released.flatMap(({ sections }) => sections)
const releasedQuestions = released.flatMap(questionsOf)

function questionAt(id: QuestionId, index: number): Question {
  const { text, guidance, evidenceHint, criteria, methods, value, finding } = must(
    releasedQuestions[index % releasedQuestions.length],
    'a released question',
  )
  return { id, text, guidance, evidenceHint, criteria, methods, value, finding }
}

function sectionsOf(questions: readonly Question[]): readonly Section[] {
  return Array.from({ length: questions.length / questionsPerSection }, (_, index) => ({
    id: `section-${String(index + 1)}` as SectionId,
    title: must(releasedSections[index % releasedSections.length], 'a released section').title,
    questions: questions.slice(index * questionsPerSection, (index + 1) * questionsPerSection),
  }))
}

export const builtinTemplates: readonly Template[] = [
  {
    id: benchTemplate,
    version: 1,
    letter: 'S',
    title: { ja: '千の点検項目', en: 'A thousand questions' },
    description: { ja: 'ベンチマーク', en: 'Benchmark' },
    lead: { ja: '現物', en: 'what is there' },
    sections: sectionsOf(questionIds().map(questionAt)),
  },
]
