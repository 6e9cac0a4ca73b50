// The organisation's library as it reads: the classes that its audits choose from, with built-in ones until somebody defines others.
import type { ClassList } from './ClassList.ts'
import type { AuditRegister } from '../audit/Audit.ts'

export const classListNames = ['findingClasses', 'severities', 'measureClasses'] as const
export type ClassListName = (typeof classListNames)[number]

export interface Library extends Readonly<Record<ClassListName, ClassList>> {
  readonly registers: {
    readonly findingClasses: AuditRegister<'finding-classes-defined'>
    readonly severities: AuditRegister<'severities-defined'>
    readonly measureClasses: AuditRegister<'measure-classes-defined'>
  }
}

export const builtinClasses: Readonly<Record<ClassListName, ClassList>> = {
  findingClasses: [
    { code: 'finding', ja: '指摘', en: 'Finding', isActive: true },
    { code: 'opinion', ja: '意見', en: 'Opinion', isActive: true },
  ],
  severities: [
    { code: 'high', ja: '重大', en: 'High', isActive: true },
    { code: 'medium', ja: '中', en: 'Medium', isActive: true },
    { code: 'low', ja: '軽微', en: 'Low', isActive: true },
  ],
  /** Labels only: what a measure is follows from its schedule. */
  measureClasses: [
    { code: 'done', ja: '措置済', en: 'Done', isActive: true },
    { code: 'planned', ja: '措置方針', en: 'Planned', isActive: true },
    { code: 'considered', ja: '検討中', en: 'Under consideration', isActive: true },
    { code: 'declined', ja: '措置しない', en: 'No action', isActive: true },
  ],
}
