// Questions B10 to B13: locked away, protected if lost, empty when not in use, and no foreign media let in.
import { criteria } from '../criteria.ts'
import type { SectionContent } from '../defineTemplate.ts'

export const mediaProtection: SectionContent = {
  id: 'media.protection',
  title: { ja: '保管と保護', en: 'Storage and protection' },
  questions: [
    {
      id: 'B10',
      text: {
        ja: '施錠保管し、鍵の管理者を限っているか',
        en: 'Are media kept locked up, with keys held by named persons only?',
      },
      guidance: {
        ja: '保管庫の扉を引いて施錠を確かめ、鍵の置き場所と使える者を見る。施錠されていない場合や、鍵が誰でも手に取れる所にある場合は不適合とする。',
        en: "Pull the cabinet door to test the lock, and see where the key is and who can use it. An unlocked cabinet, or a key within anybody's reach, does not conform.",
      },
      evidenceHint: {
        ja: '保管庫及び鍵の管理状況の写真',
        en: 'Photo of the cabinet and of where the key is kept',
      },
      criteria: [criteria['4.4'], criteria['media-rule-6']],
      methods: ['observation'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '記録媒体の施錠保管', en: 'locked storage of recording media' },
        demand: 'rectify',
        condition: {
          ja: '記録媒体が、施錠された場所に保管されていなかった。',
          en: 'Recording media were not kept in locked storage.',
        },
        recommendation: {
          ja: '{unit}は、記録媒体を直ちに施錠できる場所へ移し、鍵を使用できる者を定めて管理されたい。',
          en: '{unit} should move recording media into locked storage at once and name the persons who may use the key.',
        },
      },
    },
    {
      id: 'B11',
      text: {
        ja: '媒体は暗号化又はパスワード機能付きか',
        en: 'Are the media encrypted or password-protected?',
      },
      guidance: {
        ja: '型番から保護機能の有無を調べ、接続時に認証を求められることを画面で確かめる。機能のない媒体のほか、機能があっても有効にしていない媒体は不適合とする。',
        en: 'Look up from the model number whether the medium has protection, and see that it asks for authentication when connected. A medium without protection, or with protection switched off, does not conform.',
      },
      evidenceHint: {
        ja: '型番、設定画面の写真',
        en: 'Model number; photo of the settings screen',
      },
      criteria: [criteria['2'], criteria['4.4']],
      methods: ['observation', 'document-review'],
      value: { type: 'none' },
      perRoster: 'media',
      finding: {
        subject: { ja: '記録媒体の保護機能', en: 'protection of data on recording media' },
        demand: 'rectify',
        condition: {
          ja: '記録媒体{total}本のうち{failing}本について、暗号化又はパスワードによる保護が有効になっていなかった。',
          en: '{failing} of {total} media had no encryption or password protection in effect.',
        },
        recommendation: {
          ja: '{unit}は、暗号化又はパスワードによる保護機能を備えた媒体に速やかに切り替え、その機能を有効にして使用されたい。',
          en: '{unit} should change to media with encryption or password protection without delay and keep the protection switched on.',
        },
      },
    },
    {
      id: 'B12',
      text: {
        ja: '使用後にデータを消しているか',
        en: 'Is data erased from the media after use?',
      },
      guidance: {
        ja: '職員に媒体を接続してもらい、隠しファイルも含めた一覧を表示して残っているデータを見る。使い終えた個人情報等が残る媒体は不適合とし、画面は氏名等を隠して撮影する。',
        en: 'Have staff connect the medium and list its content, hidden files included. A medium that still holds personal or other data no longer in use does not conform; mask names when photographing.',
      },
      evidenceHint: {
        ja: '内容一覧の画面写真（個人情報を隠したもの）',
        en: 'Photo of the directory listing, personal data masked',
      },
      criteria: [criteria['2'], criteria['4.4']],
      methods: ['reperformance'],
      value: { type: 'none' },
      perRoster: 'media',
      finding: {
        subject: { ja: '使用後のデータの消去', en: 'erasure of data after use' },
        demand: 'rectify',
        condition: {
          ja: '記録媒体{total}本のうち{failing}本について、使い終えた個人情報等のデータが消去されていなかった。',
          en: 'On {failing} of {total} media, personal or other data no longer in use had not been erased.',
        },
        recommendation: {
          ja: '{unit}は、使い終えたデータを記録媒体から速やかに消去し、消去したことを使用簿に記録されたい。',
          en: '{unit} should erase data from recording media promptly after use and record the erasure in the usage log.',
        },
      },
    },
    {
      id: 'B13',
      text: {
        ja: '私物及び事業者の持込媒体の接続を防いでいるか',
        en: 'Are private media and media brought in by contractors kept from being connected?',
      },
      guidance: {
        ja: '接続制御の設定を画面で見た上で、了承を得て、検査済みの未登録媒体を職員につないでもらう。未登録の媒体を読み書きできる場合は不適合とする。',
        en: 'See the port-control settings, then with permission have staff connect a checked but unregistered medium. If it can be read or written, it does not conform.',
      },
      evidenceHint: {
        ja: '接続制御の設定画面、接続を試した結果の画面',
        en: 'Port-control settings; result of the test',
      },
      criteria: [criteria['5.1'], criteria['6.1']],
      methods: ['reperformance', 'observation'],
      value: { type: 'none' },
      finding: {
        subject: { ja: '未登録媒体の接続の制限', en: 'blocking of unregistered media' },
        demand: 'rectify',
        condition: {
          ja: '管理簿に登録されていない記録媒体であっても、パソコンに接続して使用できる状態であった。',
          en: 'Media that were not in the register could be connected to the PCs and used.',
        },
        recommendation: {
          ja: '{unit}は、登録した記録媒体以外は接続できないよう速やかに制限し、その制限が働いていることを定期的に確認されたい。',
          en: '{unit} should block all but registered media without delay and verify regularly that the block works.',
        },
      },
    },
  ],
}
