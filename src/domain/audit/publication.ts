// The publications of the follow-up report: which there were, in their order, and whether the last one says what the report says now [A28].
import type { Audit, Finding } from './Audit.ts'
import type { AuditBodies } from './auditKinds.ts'
import { printedContentHash } from './contentHash.ts'
import { chapterOf, findingNumbers, findingsInOrder, isWithdrawn } from './findingOrder.ts'
import { must } from '../must.ts'
import { compareDots, splitDot, type Dot } from '../oplog/Dot.ts'
import type { RegisterValue } from '../oplog/Register.ts'
import type { Sha256 } from '../oplog/Sha256.ts'

export type PublicationValue = RegisterValue<'report-published', AuditBodies>

export type PublicationState = 'unpublished' | 'published' | 'changed-since'

/** Oldest first: whoever published again had seen the one before [M15]. Of two that the server has yet to choose from, in dot order. */
export function publicationsOf(audit: Audit): readonly PublicationValue[] {
  const values = [...audit.publications.values()].flatMap(({ publication }) => publication.values.slice(0, 1))
  return values.sort((a, b) => seenBy(a, values) - seenBy(b, values) || compareDots(dotOf(a), dotOf(b)))
}

/** The publication in force. */
export function publicationOf(audit: Audit): PublicationValue | undefined {
  return publicationsOf(audit).at(-1)
}

export function publicationStateOf(audit: Audit, hash: Sha256): PublicationState {
  const last = publicationOf(audit)
  if (last === undefined) return 'unpublished'
  return last.content.body.contentHash === reportContentHash(audit, hash) ? 'published' : 'changed-since'
}

/** Whether the publication in force says of the finding what the report says now. */
export function isPublished(audit: Audit, finding: Finding, hash: Sha256): boolean {
  const said = publicationOf(audit)?.content.body.findings.find((each) => each.finding === finding.id)
  return said?.contentHash === printedContentHash(audit, finding, hash)
}

/** Of the whole follow-up report as it would be printed now: its header, and its findings with their numbers and measures. */
export function reportContentHash(audit: Audit, hash: Sha256): string {
  const { reportNo, subject, unit, notice } = audit.header
  const numbers = findingNumbers(audit)
  return hash(
    JSON.stringify([
      'report',
      reportNo.values.map(({ content }) => content.body.reportNo),
      subject.values.map(({ content }) => content.body.subject),
      unit.values.map(({ content }) => content.body.unit),
      notice.values.map(({ content }) => content.body.receivedOn),
      chapterOf(audit),
      printedFindings(audit).map((finding) => [numbers.get(finding.id), printedContentHash(audit, finding, hash)]),
    ]),
  )
}

/** Those that the report prints. */
export function printedFindings(audit: Audit): readonly Finding[] {
  return findingsInOrder(audit).filter((finding) => !isWithdrawn(finding))
}

/** How many of the others its author had seen. */
function seenBy(value: PublicationValue, others: readonly PublicationValue[]): number {
  const own = splitDot(dotOf(value))
  const heads = new Map(value.content.body.heads.map(({ device, n }) => [device, n]))
  return others.filter((other) => {
    const { device, n } = splitDot(dotOf(other))
    return n <= (device === own.device ? own.n : (heads.get(device) ?? 0))
  }).length
}

function dotOf({ dots }: PublicationValue): Dot {
  return must(dots[0], 'the dot of a publication')
}
