// Checklist C, 業務計画書と委託管理, version 1. A changed question is a new version, never an edit of this one.
import { defineTemplate } from '../defineTemplate.ts'
import { workPlanCompliance } from './workPlanCompliance.ts'
import { workPlanDocument } from './workPlanDocument.ts'
import { workPlanDuties } from './workPlanDuties.ts'
import { workPlanReporting } from './workPlanReporting.ts'

export const workPlanTemplate = defineTemplate({
  id: 'work-plan',
  version: 1,
  letter: 'C',
  title: { ja: '業務計画書と委託管理', en: 'Work plans and contractor supervision' },
  description: {
    ja: '業務委託について、業務計画書の提出、内容及び承認、履行状況の確認、作業の管理並びに委託先の遵守状況を点検する。',
    en: 'Checks that work plans are submitted, complete and approved, and that the contractor is supervised against them.',
  },
  lead: { ja: '業務計画書及び委託業務の管理の状況', en: 'the work plan and the supervision of the contractor' },
  sections: [workPlanDocument, workPlanReporting, workPlanDuties, workPlanCompliance],
})
