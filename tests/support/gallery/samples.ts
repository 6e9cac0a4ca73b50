// Sample data of the gallery. Invented audits of an invented city.
import { FileText, Flag, House, ListChecks, ScanBarcode, Settings } from '@lucide/vue'
import type { AuditListEntry } from '../../../src/app/components/home/AuditListEntry.ts'
import type { DueEntry } from '../../../src/app/components/home/DueEntry.ts'
import type { NavItem } from '../../../src/app/components/shell/NavItem.ts'
import type { SyncPillState } from '../../../src/app/components/shell/SyncPillState.ts'
import type { UnsentItem } from '../../../src/app/components/shell/UnsentItem.ts'
import type { AuditSummary } from '../../../src/domain/audit/AuditSummary.ts'
import type { CalendarDay } from '../../../src/domain/calendar/CalendarDay.ts'
import { parseCalendarDay } from '../../../src/domain/calendar/parseCalendarDay.ts'

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

export const syncedPill: SyncPillState = { state: 'all-sent', at: '2023-10-24T10:21:00' }
export const offlinePill: SyncPillState = { state: 'offline', at }
export const unsentPill: SyncPillState = { state: 'offline', at, unsent: 12 }
export const waitingPill: SyncPillState = { state: 'waiting', at, entries: 9, photos: 3 }

export const pillStates: readonly SyncPillState[] = [
  syncedPill,
  offlinePill,
  unsentPill,
  waitingPill,
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

export function day(text: string): CalendarDay {
  const parsed = parseCalendarDay(text)
  if (!parsed.ok) throw new Error(`not a day: ${text}`)
  return parsed.value
}

function anAudit(over: Partial<AuditSummary>): AuditSummary {
  return {
    subject: '',
    unit: '',
    reportNo: '',
    team: [],
    state: 'preparing',
    visitOn: null,
    noticeOn: null,
    progress: progress({ total: 28, unanswered: 28 }),
    next: null,
    chapter: 2,
    findings: [],
    media: { present: 0, unregistered: 0 },
    conflicts: 0,
    due: [],
    ...over,
  }
}

function progress(over: { total: number; unanswered: number; ok?: number; part?: number; ng?: number }) {
  return {
    total: over.total,
    answered: over.total - over.unanswered,
    unanswered: over.unanswered,
    conflicts: 0,
    byJudgement: {
      conforming: over.ok ?? 0,
      partial: over.part ?? 0,
      nonconforming: over.ng ?? 0,
      'not-applicable': 0,
      'not-checked': 0,
    },
  }
}

export const currentAudit = anAudit({
  subject: '市立体育館等予約システム及びごみ収集車両運行管理システムにおける情報セキュリティ対策',
  unit: '環境局',
  reportNo: '報告監６の第４号',
  team: ['山口', '中村'],
  state: 'fieldwork',
  progress: progress({ total: 36, unanswered: 23, ok: 9, part: 1, ng: 3 }),
  findings: [1, 2, 3],
  media: { present: 5, unregistered: 4 },
})

export const currentNext = {
  number: '2-4',
  section: '２ 不正プログラム対策',
  question: '自動更新できない機器を手で更新する手順書があるか',
  to: '/',
}

export const auditEntries: readonly AuditListEntry[] = [
  {
    id: 'a1',
    audit: anAudit({
      subject: '図書館情報システムの運用に関する事務',
      unit: '教育委員会事務局',
      visitOn: day('2023-10-31'),
    }),
    to: '/',
    place: { kind: 'on-device' },
  },
  {
    id: 'a2',
    audit: anAudit({
      subject: '下水道料金収納システムの保守業務委託に関する事務',
      unit: '上下水道局',
      state: 'following-up',
      findings: [1, 2],
      due: [{ on: day('2023-11-30'), type: 'measure', subject: '作業計画書の審査' }],
    }),
    to: '/',
    place: { kind: 'on-device' },
  },
  {
    id: 'a3',
    audit: anAudit({
      subject: '職員研修管理システム及び庁内ポータルサイトの管理に関する事務',
      unit: '総務局',
      state: 'reported',
      findings: [1],
      noticeOn: day('2023-09-28'),
    }),
    to: '/',
    place: { kind: 'on-server', bytes: 12_400_000 },
  },
]

export const dueEntries: readonly DueEntry[] = [
  { id: 'd0', on: day('2023-10-20'), type: 'measure', subject: '持込媒体の使用簿', unit: '総務局', to: '/' },
  { id: 'd1', on: day('2023-10-27'), type: 'measure', subject: '端末の施錠保管', unit: '市民局', to: '/' },
  {
    id: 'd2',
    on: day('2023-10-31'),
    type: 'visit',
    subject: '図書館情報システムの運用',
    unit: '教育委員会事務局',
    to: '/',
  },
  { id: 'd3', on: day('2023-11-30'), type: 'measure', subject: '作業計画書の審査', unit: '上下水道局', to: '/' },
]
