// What the server keeps aside, in words: asked when the page is shown, and again when the person says so.
import { shallowRef, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAppServices } from './appServices.ts'
import { readAuditNames, type AuditNames } from './readAuditNames.ts'
import { useServerAccess } from './useServerAccess.ts'
import type { HeldEntry } from '../components/held/HeldEntry.ts'
import { auditKinds } from '../../domain/audit/auditKinds.ts'
import { parseAnswerEntity } from '../../domain/audit/entityIds.ts'
import { isEntityId } from '../../domain/oplog/Dot.ts'
import { readQuarantine, type Quarantine } from '../../sync/readQuarantine.ts'

export type HeldState =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly entries: readonly HeldEntry[]; readonly hasMore: boolean }
  /** `reason`: a code of `sync.trouble`. */
  | { readonly state: 'unreachable'; readonly reason: string }

type Held = Quarantine['entries'][number]

export function useHeldEntries(): {
  readonly held: Readonly<ShallowRef<HeldState>>
  readonly read: () => Promise<void>
} {
  const i18n = useI18n()
  const { t } = i18n
  const { db } = useAppServices()
  const server = useServerAccess()
  const held = shallowRef<HeldState>({ state: 'reading' })

  async function read(): Promise<void> {
    held.value = { state: 'reading' }
    const answer = await readQuarantine(server)
    if (!answer.ok) {
      const reason = i18n.te(`sync.trouble.${answer.error}`) ? answer.error : 'server-trouble'
      held.value = { state: 'unreachable', reason }
      return
    }
    const { entries, hasMore } = answer.value
    const names = await readAuditNames(db, new Set(entries.map(({ stream }) => stream)))
    held.value = { state: 'read', entries: entries.map((entry) => describe(entry, names)), hasMore }
  }

  function describe(entry: Held, names: AuditNames): HeldEntry {
    const { stream, device, n, code, author, receivedAt } = entry
    const known = i18n.te(`held.reason.${code}`) ? code : 'other'
    return {
      id: [device, stream, n, code, receivedAt].join(' '),
      receivedAt,
      who: author === null ? t('held.unknownPerson') : names.personOf(author),
      device: device.slice(0, 6),
      audit: names.auditOf(stream) ?? t('held.unknownAudit'),
      what: whatOf(entry),
      reason: t(`held.reason.${known}`),
      advice: t(`held.advice.${known}`),
    }
  }

  function whatOf({ kind, entity }: Held): string {
    const register = Object.entries(auditKinds).find(([name]) => name === kind)?.[1].register
    const question = entity !== null && isEntityId(entity) ? parseAnswerEntity(entity)?.question : undefined
    const label =
      register !== undefined && i18n.te(`conflict.register.${register}`) ? t(`conflict.register.${register}`) : ''
    return [question ?? '', label].filter((part) => part !== '').join(' ') || t('held.unknownEntry')
  }

  return { held, read }
}
