import { expect, test } from 'vitest'
import { createSSRApp, defineComponent, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { i18nOf } from '../../../../support/i18nOf.ts'
import type { SyncPillState } from '../../../../../src/app/components/shell/SyncPillState.ts'
import { useSyncWords } from '../../../../../src/app/components/shell/useSyncWords.ts'
import type { Language } from '../../../../../src/domain/template/Localised.ts'

async function sentenceOf(pill: SyncPillState, language: Language): Promise<string> {
  const Probe = defineComponent({ setup: () => () => h('p', useSyncWordsOnce(pill)) })
  const app = createSSRApp(Probe).use(await i18nOf(language))
  return (await renderToString(app)).replaceAll(/<\/?p>/g, '')
}

function useSyncWordsOnce(pill: SyncPillState): string {
  return useSyncWords()(pill).sentence
}

const at = '2023-10-24T14:32:00'

const table: [SyncPillState, ja: string, en: string][] = [
  [{ state: 'all-sent', at: '2023-10-24T10:21:00' }, '同期済み 10:21', 'Synced 10:21'],
  [{ state: 'offline', at }, 'オフライン　端末に保存済み 14:32', 'Offline. Saved on this device 14:32'],
  [
    { state: 'waiting', at, entries: 9, photos: 3 },
    '未送信 12件（入力 9・写真 3）',
    '12 to send (9 entries, 3 photos)',
  ],
  [{ state: 'waiting', at, entries: 1, photos: 0 }, '未送信 1件（入力 1）', '1 to send (1 entry)'],
  [{ state: 'sending', at, done: 3, total: 12 }, '送信中 3/12', 'Sending 3 of 12'],
  [{ state: 'conflict', at, count: 1 }, '確認が必要 1件', '1 item needs review'],
  [{ state: 'conflict', at, count: 2 }, '確認が必要 2件', '2 items need review'],
  [{ state: 'refused', at, count: 2 }, '送信できません 2件　理由を見る', '2 items could not be sent. See why'],
  [
    { state: 'storage-low', at, bytes: 180_000_000 },
    '端末の空きが少なくなっています　残り 180 MB',
    'This device is nearly full: 180 MB left',
  ],
  [
    { state: 'reserve', at },
    '端末の空きがありません。文字は保存できます',
    'This device is full. Texts are still saved',
  ],
  [{ state: 'not-saved', at }, '保存できませんでした。画面を閉じないでください', 'Not saved. Keep this screen open'],
]

test.each(table)('the pill says %o in the words of the interface guide', async (pill, ja, en) => {
  expect(await sentenceOf(pill, 'ja')).toBe(ja)
  expect(await sentenceOf(pill, 'en')).toBe(en)
})
