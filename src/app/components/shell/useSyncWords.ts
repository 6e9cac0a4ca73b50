// The words of a sync state: the whole sentence for screen readers, and the two lines the pill has room for.
import { useI18n } from 'vue-i18n'
import type { ComposerTranslation } from 'vue-i18n'
import { assertNever } from '../../../domain/must.ts'
import { formatBytes } from '../base/formatBytes.ts'
import type { SyncPillState } from './SyncPillState.ts'

export interface SyncWords {
  readonly sentence: string
  readonly head: string
  readonly tail?: string
}

export function useSyncWords(): (pill: SyncPillState) => SyncWords {
  const { t, d } = useI18n()
  const clock = (at: string): string => d(new Date(at), 'clock')

  return (pill) => {
    switch (pill.state) {
      case 'all-sent': {
        const sentence =
          pill.at === null ? t('sync.pill.never-sent') : t('sync.pill.all-sent', { time: clock(pill.at) })
        return { sentence, head: sentence }
      }
      case 'offline':
        return offlineWords(t, pill.at === null ? null : clock(pill.at), pill.unsent ?? 0)
      case 'waiting': {
        const count = pill.entries + pill.photos
        const parts = partsOf(t, pill.entries, pill.photos)
        return {
          sentence: t('sync.pill.waiting', { count, parts }),
          head: t('sync.lines.waiting', { count }),
          tail: parts,
        }
      }
      case 'sending': {
        const sentence = t('sync.pill.sending', { done: pill.done, total: pill.total })
        return { sentence, head: sentence }
      }
      case 'conflict': {
        const sentence = t('sync.pill.conflict', { count: pill.count }, pill.count)
        return { sentence, head: sentence }
      }
      case 'refused': {
        const { count } = pill
        const sentence = t('sync.pill.refused', { count }, count)
        return { sentence, head: t('sync.lines.refused', { count }), tail: t('sync.lines.seeWhy') }
      }
      case 'storage-low': {
        const size = formatBytes(pill.bytes)
        const sentence = t('sync.pill.storage-low', { size })
        return { sentence, head: t('sync.lines.storage-low'), tail: t('sync.lines.left', { size }) }
      }
      case 'reserve':
        return { sentence: t('sync.pill.reserve'), head: t('sync.lines.reserve'), tail: t('sync.lines.textOnly') }
      case 'not-saved':
        return { sentence: t('sync.pill.not-saved'), head: t('sync.lines.not-saved'), tail: t('sync.lines.keepOpen') }
      default:
        return assertNever(pill)
    }
  }
}

function partsOf(t: ComposerTranslation, entries: number, photos: number): string {
  const entriesText = t('sync.parts.entries', { entries }, entries)
  const photosText = t('sync.parts.photos', { photos }, photos)
  if (photos === 0) return entriesText
  return entries === 0 ? photosText : t('sync.parts.both', { entriesText, photosText })
}

function offlineWords(t: ComposerTranslation, time: string | null, unsent: number): SyncWords {
  const head = t('sync.lines.offline')
  if (unsent > 0) {
    const count = unsent
    return { head, tail: t('sync.lines.unsentSaved', { count }), sentence: t('sync.pill.offline-unsent', { count }) }
  }
  if (time === null) return { head, tail: t('sync.lines.saved'), sentence: t('sync.pill.offline-untimed') }
  return { head, tail: t('sync.lines.savedAt', { time }), sentence: t('sync.pill.offline', { time }) }
}
