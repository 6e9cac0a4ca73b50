// The publications of the follow-up report: which there were, in their order, and whether the last one says what the report says now [A28].
import type { Audit, Finding } from './Audit.ts'
import type { AuditBodies } from './auditKinds.ts'
import { printedContentHash } from './contentHash.ts'
import { chapterOf, findingNumbers, findingsInOrder, isWithdrawn } from './findingOrder.ts'
import type { FindingId } from './entityIds.ts'
import type { ClassListName } from '../library/Library.ts'
import { must } from '../must.ts'
import { compareDots, splitDot, type Dot } from '../oplog/Dot.ts'
import type { RegisterValue } from '../oplog/Register.ts'
import type { Sha256 } from '../oplog/Sha256.ts'

export type PublicationValue = RegisterValue<'report-published', AuditBodies>

/** A class that the report prints, and what the organisation calls it in its two languages; null where the form keeps its own words [L5]. */
export interface PrintedName {
  readonly list: ClassListName
  readonly code: string
  readonly ja: string | null
  readonly en: string | null
}

/** In the order of their lists and codes; empty where everything that is printed is called as it is built in. */
export type PrintedNames = readonly PrintedName[]

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

/** A publication of a release that did not bind names says nothing of them: it stands as long as the rest does. */
export function publicationStateOf(audit: Audit, hash: Sha256, names: PrintedNames = []): PublicationState {
  const last = publicationOf(audit)
  if (last === undefined) return 'unpublished'
  const said = last.content.body.contentHash
  const isAsNow = said === publishedContentHash(audit, hash, names) || said === reportContentHash(audit, hash)
  return isAsNow ? 'published' : 'changed-since'
}

/** Whether the publication in force says of the finding what the report says now. */
export function isPublished(audit: Audit, finding: Finding, hash: Sha256): boolean {
  const said = publicationOf(audit)?.content.body.findings.find((each) => each.finding === finding.id)
  return said?.contentHash === printedContentHash(audit, finding, hash)
}

/** Of the whole follow-up report as it would be printed now: its header, and its findings with their numbers and measures. Classes are codes. */
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

/** The same, bound to the names of the classes that are printed in it. */
export function publishedContentHash(audit: Audit, hash: Sha256, names: PrintedNames): string {
  const called = names.map(({ list, code, ja, en }) => [list, code, ja, en])
  return hash(JSON.stringify(['published', reportContentHash(audit, hash), called]))
}

/** What the publication in force printed and the report leaves out since. */
export function withdrawnSince(audit: Audit): readonly FindingId[] {
  const said = publicationOf(audit)?.content.body.findings.map(({ finding }) => finding) ?? []
  return findingsInOrder(audit)
    .filter((finding) => isWithdrawn(finding) && said.includes(finding.id))
    .map(({ id }) => id)
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
