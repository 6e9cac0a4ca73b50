// The checklists that come with the product. Released versions stay here for ever: audits pin the version they began with.
import { antivirusTemplate } from './builtin/antivirus/antivirusTemplate.ts'
import { mediaTemplate } from './builtin/media/mediaTemplate.ts'
import { workPlanTemplate } from './builtin/work-plan/workPlanTemplate.ts'
import type { Template } from './Template.ts'

export const builtinTemplates: readonly Template[] = Object.freeze([antivirusTemplate, mediaTemplate, workPlanTemplate])
