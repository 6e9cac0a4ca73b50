// What an exported file holds, for the screen: entries by audit with what the server has of them, and the texts in progress.
import type { AuditNames } from './readAuditNames.ts'
import type { ImportedAudit, ImportedDraft } from '../components/import/ImportView.ts'
import { parseAnswerEntity } from '../../domain/audit/entityIds.ts'
import { isDot, isEntityId, isStreamId } from '../../domain/oplog/Dot.ts'
import type { DraftKey } from '../../localdb/LocalRows.ts'
import type { OfferedDraft } from '../../localdb/takeOverDraft.ts'
import type { Marks } from '../../sync/readMarks.ts'
import type { UnsentContent } from '../../sync/readUnsentFile.ts'

type Run = UnsentContent['runs'][number]
type Draft = UnsentContent['drafts'][number]

export function entriesOf({ runs }: Pick<UnsentContent, 'runs'>): number {
  return runs.reduce((sum, { operations }) => sum + operations.length, 0)
}

/** `marks`: of each device of the file; undefined where the server could not be asked. */
export function viewAudits(
  { runs }: Pick<UnsentContent, 'runs'>,
  marks: ReadonlyMap<string, Marks | undefined>,
  nameOf: (stream: string) => string,
): readonly ImportedAudit[] {
  const streams = [...new Set(runs.map(({ stream }) => stream))]
  return streams.map((stream) => {
    const here = runs.filter((run) => run.stream === stream)
    const isKnown = here.every(({ device }) => marks.get(device) !== undefined)
    return {
      id: stream,
      name: nameOf(stream),
      entries: entriesOf({ runs: here }),
      onServer: isKnown ? here.reduce((sum, run) => sum + countThere(run, marks.get(run.device)), 0) : null,
    }
  })
}

/** How many of a run's operations lie at or below what the server has of their device. */
function countThere({ stream, from, operations }: Run, marks: Marks | undefined): number {
  const upTo = marks?.get(stream) ?? 0
  return Math.min(operations.length, Math.max(0, upTo - from + 1))
}

export interface DraftWords {
  readonly names: Pick<AuditNames, 'auditOf'>
  readonly unknownAudit: string
  readonly labelOf: (register: string) => string
}

export const draftId = ({
  stream,
  entity,
  register,
}: Omit<DraftKey, 'stream' | 'entity'> & Record<'stream' | 'entity', string>) => [stream, entity, register].join(' ')

export function viewDraft(draft: Draft, occupied: ReadonlySet<string>, words: DraftWords): ImportedDraft {
  const { stream, entity, register, text, changedAt } = draft
  const question = isEntityId(entity) ? parseAnswerEntity(entity)?.question : undefined
  return {
    id: draftId(draft),
    place: [question, words.labelOf(register)].filter(Boolean).join(' '),
    audit: words.names.auditOf(stream) ?? words.unknownAudit,
    text,
    changedAt,
    state: occupied.has(draftId(draft)) ? 'occupied' : 'free',
  }
}

/** As a text in progress of this tablet; undefined where the file's ids are none. */
export function asTakenDraft({ stream, entity, register, ...content }: Draft): OfferedDraft | undefined {
  if (!isStreamId(stream) || !isEntityId(entity)) return undefined
  const { kind, text, body, changedAt } = content
  return {
    key: { stream, entity, register },
    content: { kind, text, body, changedAt, seen: content.seen.filter(isDot) },
  }
}
