// The hits of a query in groups: by kind inside of an audit, by audit over all of them.
import { computed, inject, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { openAuditKey } from '../../composables/useOpenAudit.ts'
import { makeSearchable, useSearchOfAll, type Searchable, type SearchableAudit } from '../../composables/useSearch.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useScreenTitle } from '../../composables/useScreenTitle.ts'
import { searchKinds, type SearchKind, type SearchText } from '../../../domain/audit/searchableTexts.ts'
import { searchTexts } from '../../../domain/audit/searchTexts.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import type { StreamId } from '../../../domain/oplog/Dot.ts'
import { searchWords } from '../../../domain/text/foldForSearch.ts'

export interface HitGroup {
  readonly key: string
  readonly title: string
  readonly detail: string
  readonly stream: StreamId
  readonly hits: readonly SearchText[]
}

/** What belongs together on the screen, most telling first. */
const kindGroups: readonly { readonly key: string; readonly kinds: readonly SearchKind[] }[] = [
  { key: 'answers', kinds: ['note', 'reason', 'value'] },
  { key: 'findings', kinds: ['finding', 'measure'] },
  { key: 'items', kinds: ['item', 'evidence'] },
  { key: 'questions', kinds: ['question'] },
]

export function useSearchGroups(query: () => string) {
  const { t } = useI18n()
  const open = inject(openAuditKey, undefined)
  const searchable = open === undefined ? useAll() : useOpen(open)
  const words = computed(() => searchWords(query()))
  const found = computed(() =>
    searchable.value.audits.map((audit) => ({ audit, hits: sorted(searchTexts(audit.texts, words.value)) })),
  )

  function groupsOf({ stream, subject, unit }: SearchableAudit, hits: readonly SearchText[]): readonly HitGroup[] {
    if (open === undefined) return [{ key: stream, title: subject, detail: unit, stream, hits }]
    return kindGroups.map(({ key, kinds }) => {
      const title = t(`search.group.${key}`)
      return { key, title, detail: '', stream, hits: hits.filter(({ kind }) => kinds.includes(kind)) }
    })
  }

  const groups = computed<readonly HitGroup[]>(() =>
    found.value.flatMap(({ audit, hits }) => groupsOf(audit, hits)).filter(({ hits }) => hits.length > 0),
  )

  return {
    words,
    groups,
    total: computed(() => groups.value.reduce((sum, { hits }) => sum + hits.length, 0)),
    isGrowing: computed(() => searchable.value.isGrowing),
    isOfAll: open === undefined,
  }
}

function useAll() {
  const { t } = useI18n()
  useScreenTitle(() => ({ title: t('search.title') }))
  return useSearchOfAll(useLanguage().value)
}

/** Made ready anew after a change: only the answers of this audit, a matter of milliseconds. */
function useOpen(open: OpenAudit) {
  const language = useLanguage()
  const searchable = shallowRef<Searchable>({ audits: [], isGrowing: true })
  let latest = 0
  watch(
    [open.audit, language],
    async () => {
      const mine = ++latest
      const audit = await makeSearchable(open.stream, open.audit.value, language.value)
      if (mine === latest) searchable.value = { audits: [audit], isGrowing: false }
    },
    { immediate: true },
  )
  return searchable
}

/** Stable: within a kind the order of the audit stays. */
function sorted(hits: readonly SearchText[]): readonly SearchText[] {
  return [...hits].sort((a, b) => searchKinds.indexOf(a.kind) - searchKinds.indexOf(b.kind))
}
