// The late lane in words, and deciding about each of its entries.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OpenAudit } from './OpenAudit.ts'
import { useContentWords } from './useContentWords.ts'
import { usePlaceWords } from './usePlaceWords.ts'
import { useMomentWords } from '../components/clock/useMomentWords.ts'
import { describeContent } from '../components/history/describeContent.ts'
import type { LateChangeView, LateView } from '../components/sign-off/LateView.ts'
import { decidePlaceLate } from '../../domain/audit/decidePlaceLate.ts'
import type { LateChange, LateEntry } from '../../domain/audit/listLate.ts'
import type { Placement } from '../../domain/oplog/StreamState.ts'

/** How much of a device's id tells two tablets apart on a screen. */
const shownOfDevice = 4

export interface Claim {
  readonly author: string
  readonly device: string
  readonly at: string
  readonly offset: number | null
}

/** Who, on which tablet, when. */
export function useWhoWords(open: OpenAudit): (claim: Claim) => string {
  const { t } = useI18n()
  const momentOf = useMomentWords()
  const deviceWords = useDeviceWords(open)
  return ({ author, device, at, offset }) =>
    t('signOff.who', {
      author: open.nameOf(author),
      device: deviceWords(device),
      at: momentOf(at, offset, 'datedMoment'),
    })
}

export function useDeviceWords(open: OpenAudit): (device: string) => string {
  const { t } = useI18n()
  return (device) =>
    open.isThisDevice(device)
      ? t('signOff.device.this')
      : t('signOff.device.other', { id: device.slice(0, shownOfDevice) })
}

export interface LateEntries {
  readonly waiting: ComputedRef<readonly LateView[]>
  readonly aside: ComputedRef<readonly LateView[]>
  /** False where nothing was left to decide: another tablet was faster. */
  readonly decide: (key: string, placement: Placement, reason: string) => Promise<boolean>
}

export function useLateEntries(open: OpenAudit): LateEntries {
  const { t } = useI18n()
  const contentWords = useContentWords()
  const placeWords = usePlaceWords(open)
  const who = useWhoWords(open)

  function viewOf(entry: LateEntry): LateView {
    const { place, to } = placeWords(entry.entity)
    const { placement } = entry
    return {
      key: entry.key,
      place,
      to,
      who: who(entry),
      isMine: open.isThisDevice(entry.device),
      changes: entry.changes.map(changeOf),
      decision: placement && t('signOff.late.asideBy', { who: who(placement), reason: placement.content.body.reason }),
    }
  }

  function changeOf({ register, before, after }: LateChange): LateChangeView {
    const words = contentWords.value
    const signed = before.values.map(({ content }) => describeContent(content, words)).join(' ／ ')
    return {
      key: register,
      field: t(`conflict.register.${register}`),
      before: signed === '' ? t('signOff.late.nothing') : signed,
      after: describeContent(after, words),
    }
  }

  return {
    waiting: computed(() => open.late.value.filter(({ placement }) => placement === undefined).map(viewOf)),
    aside: computed(() => open.late.value.filter(({ placement }) => placement !== undefined).map(viewOf)),
    async decide(key, placement, reason) {
      let isDecided = false
      await open.record(() => {
        const dots = open.late.value.find((entry) => entry.key === key)?.dots ?? []
        const decided = decidePlaceLate(open.sight().state, dots, { placement, reason })
        isDecided = decided.ok
        return decided.ok ? decided.value : []
      })
      return isDecided
    },
  }
}
