// What can be searched: the open audit as it is now, or every audit on this tablet, made ready in slices so that typing goes on meanwhile.
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { useAppServices, type AppServices } from './appServices.ts'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import { nextTask } from '../../device/nextTask.ts'
import type { Audit } from '../../domain/audit/Audit.ts'
import { AuditDocument } from '../../domain/audit/AuditDocument.ts'
import { auditKinds } from '../../domain/audit/auditKinds.ts'
import { pinnedTemplates } from '../../domain/audit/pinnedTemplates.ts'
import { searchableTexts } from '../../domain/audit/searchableTexts.ts'
import { readyText, type ReadyText } from '../../domain/audit/searchTexts.ts'
import type { StreamId } from '../../domain/oplog/Dot.ts'
import type { Language } from '../../domain/template/Localised.ts'
import { listStreams } from '../../localdb/listStreams.ts'
import { openStream } from '../../localdb/openStream.ts'

export interface SearchableAudit {
  readonly stream: StreamId
  readonly subject: string
  readonly unit: string
  readonly texts: readonly ReadyText[]
}

export interface Searchable {
  readonly audits: readonly SearchableAudit[]
  /** Some are still being read. */
  readonly isGrowing: boolean
}

/** So many texts at a time hold up no frame. */
const slice = 400

/** Grows audit by audit; what cannot be read is left out, and its own screen says why. */
export function useSearchOfAll(language: Language): Readonly<ShallowRef<Searchable>> {
  const services = useAppServices()
  const searchable = shallowRef<Searchable>({ audits: [], isGrowing: true })
  let isOver = false
  onScopeDispose(() => (isOver = true))

  async function readAll(): Promise<void> {
    for (const { stream } of await listStreams(services.db)) {
      if (isOver) return
      if (!stream.startsWith('audit-')) continue
      const audit = await readOne(services, stream, language).catch(ignoreUnlessBug)
      if (audit) searchable.value = { audits: [...searchable.value.audits, audit], isGrowing: true }
    }
  }

  void readAll()
    .catch(ignoreUnlessBug)
    .finally(() => (searchable.value = { ...searchable.value, isGrowing: false }))
  return searchable
}

async function readOne(
  { db }: AppServices,
  stream: StreamId,
  language: Language,
): Promise<SearchableAudit | undefined> {
  const { state } = await openStream(db, stream, auditKinds)
  if (state.entities.size === 0) return undefined
  await nextTask()
  return makeSearchable(stream, new AuditDocument(state).audit, language)
}

export async function makeSearchable(stream: StreamId, audit: Audit, language: Language): Promise<SearchableAudit> {
  const sources = searchableTexts(audit, pinnedTemplates(audit), language)
  const texts: ReadyText[] = []
  for (let from = 0; from < sources.length; from += slice) {
    texts.push(...sources.slice(from, from + slice).map(readyText))
    await nextTask()
  }
  return {
    stream,
    subject: audit.header.subject.values[0]?.content.body.subject ?? '',
    unit: audit.header.unit.values[0]?.content.body.unit ?? '',
    texts,
  }
}
