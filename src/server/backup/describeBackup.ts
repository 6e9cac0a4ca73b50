// What a backup says to a person who opens it with a tar program, perhaps long after this release.

export const describeBackup = `Genba のバックアップです。 / This is a backup of Genba.

戻す / Restore:  npm run genba -- restore FILE

manifest.json            各部分の大きさと SHA-256、記録の先頭 / size and SHA-256 of every part, head of every stream
database/*.jsonl.gz      データベースの表、1行に1件（JSON） / the tables of the database, one row a line as JSON
  operations             操作の記録。header と body は書かれたときの文字のまま / the log; header and body as they were written
  quarantine             受け付けなかった操作 / operations that were not taken into the log
evidence/                証跡のファイル（名前は SHA-256） / evidence, each file under its SHA-256
`
