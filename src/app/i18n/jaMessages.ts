// Every Japanese text, one file an area, under the area's name: shell.json becomes t('shell.…').
import { areasOf } from './areasOf.ts'

export const jaMessages = areasOf(import.meta.glob('./ja/*.json', { eager: true, import: 'default' }))
