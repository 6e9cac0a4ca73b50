// Checklist B, 記録媒体の登録と検査, version 1. A changed question is a new version, never an edit of this one.
import { defineTemplate } from '../defineTemplate.ts'
import { mediaProtection } from './mediaProtection.ts'
import { mediaReconciliation } from './mediaReconciliation.ts'
import { mediaRegister } from './mediaRegister.ts'
import { mediaUse } from './mediaUse.ts'

export const mediaTemplate = defineTemplate({
  id: 'media',
  version: 1,
  letter: 'B',
  title: { ja: '記録媒体の登録と検査', en: 'Recording media: registration and checks' },
  description: {
    ja: '保有する記録媒体について、管理簿への登録、使用時の検査と記録、保管及び保護並びに廃棄までの管理を点検する。',
    en: 'Checks that recording media are registered, checked and logged at every use, protected in storage, and accounted for until disposal.',
  },
  lead: { ja: '記録媒体の登録及び検査の状況', en: 'the registration and checking of recording media' },
  sections: [mediaRegister, mediaUse, mediaProtection, mediaReconciliation],
})
