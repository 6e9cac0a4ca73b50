// The main navigation: home and settings always, an audit's screens while one is open.
import { computed, type ComputedRef, type ShallowRef } from 'vue'
import { ClipboardList, FileText, Flag, House, ListChecks, Settings } from '@lucide/vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import type { OpenAudit } from './OpenAudit.ts'
import type { NavItem } from '../components/shell/NavItem.ts'
import { isWithdrawn } from '../../domain/audit/findingOrder.ts'

export function useNavItems(open: Readonly<ShallowRef<OpenAudit | undefined>>): ComputedRef<readonly NavItem[]> {
  const { t } = useI18n()
  const route = useRoute()
  const isCurrent = (...names: readonly string[]) => names.includes(String(route.name))
  return computed(() => [
    {
      id: 'home',
      word: t('shell.nav.audits'),
      icon: House,
      to: { name: 'home' },
      isCurrent: isCurrent('home', 'new-audit'),
      place: 'home',
    },
    ...(open.value === undefined ? [] : auditItems(open.value)),
    {
      id: 'settings',
      word: t('shell.nav.settings'),
      icon: Settings,
      to: { name: 'settings' },
      isCurrent: isCurrent('settings'),
      place: 'settings',
    },
  ])

  function auditItems({ stream, audit }: OpenAudit): readonly NavItem[] {
    const params = { stream }
    const count = [...audit.value.findings.values()].filter((finding) => !isWithdrawn(finding)).length
    return [
      {
        id: 'checklist',
        word: t('shell.nav.checklist'),
        icon: ListChecks,
        to: { name: 'checklist', params },
        isCurrent: isCurrent('checklist', 'details'),
        place: 'audit',
      },
      {
        id: 'roster',
        word: t('shell.nav.roster'),
        icon: ClipboardList,
        to: { name: 'roster', params: { ...params, roster: 'media' } },
        isCurrent: isCurrent('roster'),
        place: 'audit',
      },
      {
        id: 'findings',
        word: t('shell.nav.findings'),
        icon: Flag,
        to: { name: 'finding', params },
        isCurrent: isCurrent('finding', 'conflicts'),
        place: 'audit',
        badge: { count, label: t('shell.badge', { count }) },
      },
      {
        id: 'report',
        word: t('shell.nav.report'),
        icon: FileText,
        to: { name: 'report', params },
        isCurrent: isCurrent('report'),
        place: 'audit',
      },
    ]
  }
}
