// The command line's words in Japanese.
import type { ImportCounts, MadeBackup, Words } from './Words.ts'

const described = ({ streams, operations, evidence, bytes }: MadeBackup) =>
  `監査・台帳 ${streams}件、記入 ${operations}件、証跡 ${evidence}件、${bytes}バイト`

const counted = ({ taken, already, aside, waiting, left, unusable, evidence }: ImportCounts) =>
  [
    `${taken}件を取り込みました。${already}件はすでに入っていました`,
    ...[...aside].map(([code, count]) => `${count}件は受け付けず、別に保管しました: ${code}`),
    ...(waiting === 0
      ? []
      : [`${waiting}件は、その前の記入がないため取り込めません。同じタブレットのほかのファイルも取り込んでください`]),
    ...(left === 0 ? [] : [`入力途中の文や壊れた部分が${left}件あります。タブレットでこのファイルを開いてください`]),
    ...(evidence.taken + evidence.already === 0
      ? []
      : [`証跡 ${evidence.taken}件を取り込みました。${evidence.already}件はすでに入っていました`]),
    ...(evidence.refused === 0
      ? []
      : [`証跡 ${evidence.refused}件は、壊れているか扱えない種類のため、取り込めません。ファイルは残してください`]),
    ...(unusable === 0 ? [] : [`ファイルの${unusable}か所が読めません。途中で切れたか、書き換えられています`]),
  ].join('\n')

export const jaWords: Words = {
  help: `使い方: npm run genba -- <コマンド>

  backup <フォルダーまたはファイル>   データベースと証跡のバックアップを作り、読み返して確かめます（サーバを止めずに実行できます）
  restore <ファイル> [--yes]          バックアップを元に戻します。サーバを止めてから実行してください。
                                      --yes: 今あるデータを別の場所に移してから戻します（消しません）
  import <ファイル>                   タブレットから書き出した未送信の作業を取り込みます（二度取り込んでも増えません）
  quarantine list                     受け付けなかったものの一覧と理由を表示します
  quarantine show <id>                一覧の一件をすべて表示します
  quarantine export <ファイル>        すべてをファイルに書き出します
  help                                この説明を表示します

設定はサーバと同じです: GENBA_DATA, DATABASE_URL, GENBA_S3_…`,
  notUnderstood: (what) => `「${what}」は分かりません。「npm run genba -- help」で使い方を表示します。`,
  fileMissing: (command) => `ファイルを指定してください: npm run genba -- ${command} <ファイル>`,
  backupMade: (made) => `バックアップを作り、読み返して確かめました: ${made.file}\n${described(made)}`,
  backupProblems: {
    exists: (file) => `${file} はすでにあります。バックアップは上書きしません。別の名前を指定してください。`,
    'not-found': (file) => `${file} がないか、読めません。`,
    'not-a-backup': (file) => `${file} は Genba のバックアップではありません。`,
    incomplete: (file) =>
      `${file} は途中で切れています。何も変えていません。コピーし直すか、前のバックアップを使ってください。`,
    damaged: (file, part) =>
      `${file} は壊れています（${part}）。何も変えていません。コピーし直すか、前のバックアップを使ってください。`,
    'newer-backup': (file) =>
      `${file} は新しい版の Genba で作られています。何も変えていません。その版で戻してください。`,
    'has-work': () =>
      'データベースにはすでに作業が入っています。何も変えていません。--yes を付けると、今のデータを別の場所に移してから戻します。',
  },
  evidenceDamaged: (names) =>
    `保管中の証跡 ${names.length}件が壊れています。このバックアップの中でも同じです。前のバックアップには壊れていないものがあるかもしれません。残してください:\n${names.join('\n')}`,
  restored: (made, aside) =>
    `${made.madeAt} のバックアップを戻しました: ${made.file}\n${described(made)}\n${
      aside === undefined ? '' : `前のデータは ${aside} に移しました。\n`
    }サーバを起動してください。このバックアップにないものは、タブレットがもう一度送ります。`,
  imported: (file, counts) => `${file}\n${counted(counts)}`,
  importProblems: {
    'not-json': (file) => `${file} は途中で切れたか、書き換えられています。何も変えていません。`,
    'not-ours': (file) => `${file} は未送信の作業のファイルではありません。何も変えていません。`,
    newer: (file) => `${file} は新しい版の Genba で書かれています。その版で取り込んでください。`,
    older: (file) => `${file} はこの版では読めない古い版で書かれています。その版で取り込んでください。`,
    unreadable: (file) => `${file} は未送信の作業のファイルですが、欠けています。何も変えていません。`,
  },
  quarantineEmpty: '受け付けなかったものはありません。',
  quarantineListed: (count) => `受け付けなかったもの ${count}件。「quarantine show <id>」で一件をすべて表示します。`,
  quarantineUnknown: (id) => `「${id}」はありません。「quarantine list」で id を確かめてください。`,
  quarantineExported: (file, count) => `${count}件を書き出しました: ${file}`,
  isInUse:
    'サーバまたは別のコマンドがこのデータを使っています。何も変えていません。止めてから、もう一度実行してください。',
  storeProblems: {
    busy: 'データベースが混み合っています。少し待って、もう一度実行してください。',
    full: '空き容量がありません。何も変えていません。空きを作って、もう一度実行してください。',
    unavailable: 'データベースにつながりません。動いているか、DATABASE_URL が正しいかを確かめてください。',
    'not-writable':
      'データのフォルダーに書き込めません。フォルダーがあるか、書き込めるかを確かめてください（GENBA_DATA）。',
    'newer-database': 'データは新しい版の Genba で書かれています。その版を使ってください。',
    broken: 'データベースを読めません。壊れているか、設定が違います。',
  },
  evidenceProblems: {
    full: '証跡を保管する空き容量がありません。空きを作って、もう一度実行してください。',
    unavailable: '証跡を保管する S3 につながりません。動いているか、GENBA_S3_ENDPOINT が正しいかを確かめてください。',
    'not-writable': '証跡のフォルダーに書き込めません。書き込めるかを確かめてください（GENBA_DATA）。',
    refused: '証跡を保管する S3 に断られました。バケット、リージョン、鍵を確かめてください（GENBA_S3_…）。',
    broken: '証跡の保管場所を読めません。',
  },
  fileProblem: (code) => `ファイルを読み書きできませんでした（${code}）。何も変えていません。`,
}
