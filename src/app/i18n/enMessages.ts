// Every English text, one file an area, under the area's name: shell.json becomes t('shell.…').
import { areasOf } from './areasOf.ts'

export const enMessages = areasOf(import.meta.glob('./en/*.json', { eager: true, import: 'default' }))
