// Fact confirmation: whether the audited unit stands by the conditions of a finding as they are worded now [A13].
import type { Audit, Finding } from './Audit.ts'
import { findingContentHash } from './contentHash.ts'
import type { SignatureId } from './entityIds.ts'
import type { FactOutcome } from './auditVocabulary.ts'
import { actedBy, type Acted } from './whoActed.ts'
import { must } from '../must.ts'
import type { Sha256 } from '../oplog/Sha256.ts'

export type FactCheckState = 'open' | 'agreed' | 'objected' | 'voided' | 'in-conflict'

export interface FactCheck {
  readonly state: FactCheckState
  /** What was said, also where an edit has voided it since; null while open or in conflict. */
  readonly outcome: FactOutcome | null
  /** Of whom signed. Empty while open or in conflict. */
  readonly name: string
  readonly position: string
  readonly objection: string
  readonly signature: SignatureId | null
  /** Of the signature, x and y in turn. */
  readonly strokes: readonly (readonly number[])[]
  readonly acted: Acted | null
}

const nobody = { outcome: null, name: '', position: '', objection: '', signature: null, strokes: [], acted: null }

export function factCheckOf(audit: Audit, finding: Finding, hash: Sha256): FactCheck {
  const said = finding.factCheck.values
  const [last] = said.slice(-1)
  if (last === undefined) return { state: 'open', ...nobody }
  const now = findingContentHash(audit, finding, hash)
  const valid = said.filter(({ content }) => content.body.contentHash === now)
  if (new Set(valid.map(({ content }) => content.body.outcome)).size > 1) return { state: 'in-conflict', ...nobody }
  const value = valid[0] ?? last
  const { outcome, objection, signature } = value.content.body
  const signed = audit.signatures.get(signature)?.signature.values[0]?.content.body
  return {
    state: valid.length === 0 ? 'voided' : outcome,
    outcome,
    name: signed?.name ?? '',
    position: signed?.position ?? '',
    objection,
    signature,
    strokes: signed?.strokes ?? [],
    acted: actedBy(must(value, 'a confirmation')),
  }
}
