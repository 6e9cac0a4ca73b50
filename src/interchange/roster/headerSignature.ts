// By what a mapping is remembered: the same header in the same kind of list is the same form of register.
import type { RosterKind } from '../../domain/template/Template.ts'
import { normaliseHeader } from './normaliseHeader.ts'

export function headerSignature(roster: RosterKind, labels: readonly string[]): string {
  return [roster, ...labels.map(normaliseHeader)].join('\u001F')
}
