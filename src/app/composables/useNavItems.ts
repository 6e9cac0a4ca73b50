// The main navigation: home and settings always, an audit's screens while one is open.
import { computed, type Component, type ComputedRef, type ShallowRef } from 'vue'
import { Calculator, ClipboardList, FileText, Flag, House, ListChecks, ScanBarcode, Settings } from '@lucide/vue'
import { useI18n, type ComposerTranslation } from 'vue-i18n'
import { useRoute } from 'vue-router'
import type { OpenAudit } from './OpenAudit.ts'
import type { NavItem } from '../components/shell/NavItem.ts'
import { isWithdrawn } from '../../domain/audit/findingOrder.ts'

export function useNavItems(open: Readonly<ShallowRef<OpenAudit | undefined>>): ComputedRef<readonly NavItem[]> {
  const { t } = useI18n()
  const route = useRoute()
  const isCurrent = (...names: readonly string[]) => names.includes(String(route.name))
  // A value of its own: otherwise every answer would draw the navigation anew.
  const findings = computed(() => (open.value === undefined ? 0 : countFindings(open.value)))
  return computed(() => [
    {
      id: 'home',
      word: t('shell.nav.audits'),
      icon: House,
      to: { name: 'home' },
      isCurrent: isCurrent('home', 'new-audit', 'due', 'overview'),
      place: 'home',
    },
    ...(open.value === undefined
      ? []
      : auditItems({ stream: open.value.stream, findings: findings.value }, t, isCurrent)),
    {
      id: 'settings',
      word: t('shell.nav.settings'),
      icon: Settings,
      to: { name: 'settings' },
      isCurrent: isCurrent('settings', 'held', 'import', 'classes'),
      place: 'settings',
    },
  ])
}

function countFindings({ audit }: OpenAudit): number {
  return [...audit.value.findings.values()].filter((finding) => !isWithdrawn(finding)).length
}

function auditItems(
  { stream, findings: count }: { readonly stream: string; readonly findings: number },
  t: ComposerTranslation,
  isCurrent: (...names: readonly string[]) => boolean,
): readonly NavItem[] {
  const params = { stream }
  const item = (id: string, icon: Component, routes: readonly string[]): NavItem => ({
    id,
    icon,
    word: t(`shell.nav.${id}`),
    to: { name: routes[0] ?? id, params },
    isCurrent: isCurrent(...routes),
    place: 'audit',
  })
  return [
    item('checklist', ListChecks, ['checklist', 'details', 'readiness', 'evidence', 'follow-up', 'history']),
    item('media', ScanBarcode, ['media']),
    item('checks', Calculator, ['checks']),
    {
      ...item('roster', ClipboardList, ['roster', 'import-register']),
      to: { name: 'roster', params: { ...params, roster: 'machines' } },
    },
    {
      ...item('findings', Flag, ['finding', 'conflicts', 'facts']),
      badge: { count, label: t('shell.badge', { count }) },
    },
    item('report', FileText, ['report', 'sign-off', 'issue']),
  ]
}
