// What the parts of a working paper are made from, looked up once: its words, the numbers of its evidence, who wrote what and when.
import type { Audit, Evidence } from '../../domain/audit/Audit.ts'
import { fileOf, presentEvidence } from '../../domain/audit/evidence.ts'
import type { EvidenceId, FindingId } from '../../domain/audit/entityIds.ts'
import { findingNumbers } from '../../domain/audit/findingOrder.ts'
import { pinnedTemplates } from '../../domain/audit/pinnedTemplates.ts'
import type { EntityId, PersonId } from '../../domain/oplog/Dot.ts'
import type { Language } from '../../domain/template/Localised.ts'
import type { Template } from '../../domain/template/Template.ts'
import { formatCount } from '../../domain/text/formatCount.ts'
import { followUpLabels } from '../follow-up/followUpLabels.ts'
import { boldParagraph, bulletParagraph, plainParagraph } from '../paragraphs.ts'
import { printedMoment, type MinutesEastOf } from '../printedMoment.ts'
import type { Paragraph } from '../ReportDocument.ts'
import { reportLabels, type ReportLabels } from '../reportLabels.ts'
import type { ReportSource } from '../ReportSource.ts'
import { workingPaperLabels, type WorkingPaperLabels } from './workingPaperLabels.ts'

export interface Paper {
  readonly audit: Audit
  readonly templates: readonly Template[]
  readonly language: Language
  readonly words: ReportLabels
  readonly labels: WorkingPaperLabels
  readonly minutesEastOf: MinutesEastOf
  readonly library: ReportSource['library']
  readonly hash: ReportSource['hash']
  readonly findingNumbers: ReadonlyMap<FindingId, number>
  /** In the order of being taken, numbered from 1. */
  readonly evidenceNumbers: ReadonlyMap<EvidenceId, number>
  readonly evidenceBySupported: ReadonlyMap<EntityId, readonly Evidence[]>
}

export interface PaperSource extends ReportSource {
  readonly minutesEastOf: MinutesEastOf
}

export function createPaper({ audit, language, library, hash, minutesEastOf }: PaperSource): Paper {
  const evidence = presentEvidence(audit)
  const bySupported = new Map<EntityId, Evidence[]>()
  for (const each of evidence) {
    const supported = fileOf(each)?.supports
    if (supported !== undefined) bySupported.set(supported, [...(bySupported.get(supported) ?? []), each])
  }
  return {
    audit,
    templates: pinnedTemplates(audit),
    language,
    words: reportLabels[language],
    labels: workingPaperLabels[language],
    minutesEastOf,
    library,
    hash,
    findingNumbers: findingNumbers(audit),
    evidenceNumbers: new Map(evidence.map(({ id }, index) => [id, index + 1])),
    evidenceBySupported: bySupported,
  }
}

export function counted(paper: Paper, count: number): string {
  return formatCount(count, paper.language, 'report')
}

interface Written {
  readonly author: PersonId
  readonly at: string
  readonly offset: number | null
}

/** 田中 令和５年10月24日 14:32 */
export function whoAndWhen(paper: Paper, written: Written): string {
  return paper.labels.by(nameOf(paper, written), momentOf(paper, written))
}

function nameOf({ audit }: Paper, { author }: Written): string {
  return audit.people.get(author) ?? author.slice(0, 6)
}

function momentOf({ language, minutesEastOf }: Paper, written: Written): string {
  return printedMoment(written, language, minutesEastOf)
}

/** Prose of any part: one bullet or paragraph a line. */
export interface ProseRegister {
  readonly values: readonly (Written & { readonly content: { readonly body: { readonly text: string } } })[]
}

interface Values<Value> {
  readonly values: readonly Value[]
}

/** What a register holds; of several versions each, with who wrote it. None is left out and none preferred. */
export function versions<Value extends Written>(
  paper: Paper,
  register: Values<Value>,
  print: (value: Value) => readonly Paragraph[],
): readonly Paragraph[] {
  const { values } = register
  if (values.length <= 1) return values.flatMap(print)
  return [
    boldParagraph(followUpLabels[paper.language].unsettled(values.length)),
    ...values.map((value) => {
      const text = print(value)
        .map((paragraph) => paragraph.text)
        .join(' ')
      return bulletParagraph(paper.words.with(text || paper.words.missing, whoAndWhen(paper, value)))
    }),
  ]
}

/** Who wrote the fields of a thing and when; fields of one author and moment stand together. */
export function recordedBy(
  paper: Paper,
  fields: readonly (readonly [field: string, register: Values<Written>])[],
): readonly Paragraph[] {
  const groups = new Map<string, { readonly name: string; readonly moment: string; readonly fields: Set<string> }>()
  for (const [field, { values }] of fields) {
    for (const value of values) {
      const [name, moment] = [nameOf(paper, value), momentOf(paper, value)]
      const key = `${name} ${moment}`
      const group = groups.get(key) ?? { name, moment, fields: new Set() }
      groups.set(key, { ...group, fields: group.fields.add(field) })
    }
  }
  // One author and moment for everything needs no field names.
  const isOne = groups.size === 1
  return [...groups.values()].flatMap(({ name, moment, fields: written }) => [
    plainParagraph(isOne ? name : paper.words.with(name, [...written].join('・'))),
    plainParagraph(moment),
  ])
}

/** 証跡１、証跡２ */
export function evidenceWords(paper: Paper, supported: EntityId): string {
  const numbers = (paper.evidenceBySupported.get(supported) ?? []).map(({ id }) => paper.evidenceNumbers.get(id) ?? 0)
  return paper.words.joined(numbers.map((number) => paper.labels.evidenceNth(counted(paper, number))))
}
