// Fact confirmation: the audited unit reads the conditions of findings, agrees or objects to each, and signs once for all of them [A13].
import type { Audit, Finding } from './Audit.ts'
import type { AuditDraft } from './auditKinds.ts'
import type { FactOutcome } from './auditVocabulary.ts'
import { findingContentHash, hasConflictingContent } from './contentHash.ts'
import { draftFor, firstDraft } from './draftFor.ts'
import type { FindingId, SignatureId } from './entityIds.ts'
import { fitStrokes, type Strokes } from './fitStrokes.ts'
import { isWithdrawn } from './findingOrder.ts'
import type { Sha256 } from '../oplog/Sha256.ts'
import { err, ok, type Result } from '../Result.ts'

export interface FactOutcomeWish {
  readonly finding: FindingId
  readonly outcome: FactOutcome
  /** Empty where they agree. */
  readonly objection: string
}

export interface FactConfirmation {
  readonly signature: SignatureId
  /** Of whoever signs for the unit. */
  readonly name: string
  readonly position: string
  /** In a box of `signatureBox`, x and y in turn. */
  readonly strokes: Strokes
  /** The name as typed stands for the signature: of whoever cannot or will not write by hand. */
  readonly isTyped?: boolean
  readonly outcomes: readonly FactOutcomeWish[]
}

export type ConfirmRefusal =
  'nothing-confirmed' | 'finding-missing' | 'in-conflict' | 'objection-missing' | 'name-missing' | 'signature-missing'

export function decideConfirmFacts(
  audit: Audit,
  wish: FactConfirmation,
  hash: Sha256,
): Result<readonly AuditDraft[], ConfirmRefusal> {
  const { signature, outcomes } = wish
  const name = wish.name.trim()
  const strokes = fitStrokes(wish.strokes)
  const findings = outcomes.map(({ finding }) => audit.findings.get(finding))
  const refusal = refusalOf(findings, outcomes)
  if (refusal !== undefined) return err(refusal)
  if (name === '') return err('name-missing')
  if (strokes.length === 0 && wish.isTyped !== true) return err('signature-missing')
  const confirmed = outcomes.flatMap(({ finding: id, outcome, objection }) => {
    const finding = audit.findings.get(id)
    if (finding === undefined) return []
    const said = outcome === 'objected' ? objection.trim() : ''
    const body = { signature, outcome, objection: said, contentHash: findingContentHash(audit, finding, hash) }
    return draftFor({ entity: id, register: finding.factCheck }, 'fact-confirmed', body)
  })
  return ok([firstDraft(signature, 'fact-signed', { name, position: wish.position.trim(), strokes }), ...confirmed])
}

function refusalOf(
  findings: readonly (Finding | undefined)[],
  outcomes: readonly FactOutcomeWish[],
): ConfirmRefusal | undefined {
  if (outcomes.length === 0) return 'nothing-confirmed'
  if (findings.some((finding) => finding === undefined || isWithdrawn(finding))) return 'finding-missing'
  if (findings.some((finding) => finding !== undefined && hasConflictingContent(finding))) return 'in-conflict'
  const isSilent = outcomes.some(({ outcome, objection }) => outcome === 'objected' && objection.trim() === '')
  return isSilent ? 'objection-missing' : undefined
}
