// Sample data of the gallery. Invented audits of an invented city.
import { FileText, Flag, House, ListChecks, ScanBarcode, Settings } from '@lucide/vue'
import type { NavItem } from '../../../src/app/components/shell/NavItem.ts'
import type { SyncPillState } from '../../../src/app/components/shell/SyncPillState.ts'
import type { UnsentItem } from '../../../src/app/components/shell/UnsentItem.ts'

export function navItems(t: (key: string) => string, current: string): NavItem[] {
  const items = [
    { id: 'audits', icon: House, place: 'home' },
    { id: 'checklist', icon: ListChecks, place: 'audit' },
    { id: 'media', icon: ScanBarcode, place: 'audit' },
    { id: 'findings', icon: Flag, place: 'audit', badge: { count: 3, label: '3件' } },
    { id: 'report', icon: FileText, place: 'audit' },
    { id: 'settings', icon: Settings, place: 'settings' },
  ] as const
  return items.map((item) => ({ ...item, word: t(`shell.nav.${item.id}`), to: '/', isCurrent: item.id === current }))
}

const at = '2023-10-24T14:32:00'

export const pillStates: readonly SyncPillState[] = [
  { state: 'all-sent', at: '2023-10-24T10:21:00' },
  { state: 'offline', at },
  { state: 'offline', at, unsent: 12 },
  { state: 'waiting', at, entries: 9, photos: 3 },
  { state: 'sending', at, done: 3, total: 12 },
  { state: 'conflict', at, count: 1 },
  { state: 'refused', at, count: 2 },
  { state: 'storage-low', at, bytes: 180_000_000 },
  { state: 'not-saved', at },
]

export const unsentItems: { unsent: readonly UnsentItem[]; refused: readonly UnsentItem[] } = {
  refused: [
    {
      id: 'r1',
      title: '3-1 所見',
      detail: 'ごみ収集車両の運行管理 ・ 14:02',
      to: '/',
      reason: '監査が確定された後の入力です。担当者に確認してから、書き出して渡してください。',
    },
  ],
  unsent: [
    { id: 'u1', title: '2-4 判定 不適合', detail: 'ごみ収集車両の運行管理 ・ 14:32', to: '/' },
    { id: 'u2', title: '2-4 所見', detail: 'ごみ収集車両の運行管理 ・ 14:32', to: '/' },
    { id: 'u3', title: '写真 更新日の画面', detail: 'ごみ収集車両の運行管理 ・ 14:30' },
  ],
}
