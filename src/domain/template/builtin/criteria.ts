// The criteria of the built-in checklists, each worded once. Codes are stable: findings keep them.
// Numbered codes are chapters of the policy standards (対策基準) of the ministry's model for municipalities.
import type { CriterionReference } from '../Template.ts'

export const criteria = {
  '2': policy('2', '情報資産の分類と管理', 'Classification and control of information assets'),
  '4.2': policy('4.2', '管理区域の管理', 'Controlled rooms'),
  '4.4': policy('4.4', '端末・電磁的記録媒体の管理', 'Terminals and recording media'),
  '5.1': policy('5.1', '職員等の遵守事項', 'Duties of staff'),
  '5.2': policy('5.2', '研修・訓練', 'Training and exercises'),
  '5.3': policy('5.3', '情報セキュリティインシデントの報告', 'Incident reporting'),
  '6.1': policy('6.1', 'コンピュータ及びネットワークの管理', 'Computer and network operations'),
  '6.3': policy('6.3', 'システム開発、導入、保守等', 'System development, introduction and maintenance'),
  '6.4': policy('6.4', '不正プログラム対策', 'Anti-malware'),
  '7.2': policy('7.2', '遵守状況の確認', 'Compliance checks'),
  '7.4': policy('7.4', '例外措置', 'Exceptions'),
  '8.1': policy('8.1', '業務委託', 'Outsourcing'),
  '8.2': policy('8.2', '情報システムに関する業務委託', 'Outsourcing of information systems'),
  'media-rule-4': {
    code: 'media-rule-4',
    text: { ja: '外部記録媒体取扱要綱 第４条', en: 'Rules on recording media, Article 4' },
  },
  'media-rule-6': {
    code: 'media-rule-6',
    text: { ja: '外部記録媒体取扱要綱 第６条', en: 'Rules on recording media, Article 6' },
  },
  specification: { code: 'specification', text: { ja: '仕様書', en: 'Specification' } },
  contract: { code: 'contract', text: { ja: '契約書', en: 'Contract' } },
  procedure: { code: 'procedure', text: { ja: '手順書', en: 'Local procedure' } },
} as const satisfies Record<string, CriterionReference>

function policy(code: string, ja: string, en: string): CriterionReference {
  return { code, text: { ja: `対策基準 ${code} ${ja}`, en: `Policy ${code} ${en}` } }
}
