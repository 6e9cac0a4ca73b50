// Checklist A, ウイルス対策の更新, version 1. A changed question is a new version, never an edit of this one.
import { defineTemplate } from '../defineTemplate.ts'
import { antivirusInstallation } from './antivirusInstallation.ts'
import { antivirusOversight } from './antivirusOversight.ts'
import { antivirusScan } from './antivirusScan.ts'
import { antivirusUpdate } from './antivirusUpdate.ts'

export const antivirusTemplate = defineTemplate({
  id: 'antivirus',
  version: 1,
  letter: 'A',
  title: { ja: 'ウイルス対策の更新', en: 'Antivirus updating' },
  description: {
    ja: '対象機器へのウイルス対策ソフトの導入、パターンファイルの更新、検査及び検知への対応並びに管理体制を点検する。',
    en: 'Checks that antivirus software is installed, up to date, scanning and supervised on the machines in scope.',
  },
  lead: { ja: 'ウイルス対策ソフトの更新状況', en: 'the updating of antivirus software' },
  sections: [antivirusInstallation, antivirusUpdate, antivirusScan, antivirusOversight],
})
