// The command line's words in English.
import type { ImportCounts, MadeBackup, Words } from './Words.ts'

const described = ({ streams, operations, evidence, bytes }: MadeBackup) =>
  `${streams} audits and libraries, ${operations} entries, ${evidence} evidence files, ${bytes} bytes`

const counted = ({ taken, already, aside, waiting, left, unusable, evidence }: ImportCounts) =>
  [
    `${taken} entries taken over, ${already} were there already`,
    ...[...aside].map(([code, count]) => `${count} kept aside: ${code}`),
    ...(waiting === 0
      ? []
      : [`${waiting} not taken: what comes before them is missing; import the other files of that tablet too`]),
    ...(left === 0 ? [] : [`${left} texts in progress or damaged pieces: open the file on a tablet for them`]),
    ...(evidence.taken + evidence.already === 0
      ? []
      : [`${evidence.taken} evidence files taken over, ${evidence.already} were there already`]),
    ...(evidence.refused === 0
      ? []
      : [`${evidence.refused} evidence files not taken: damaged, or of a type that is not taken. Keep the file`]),
    ...(unusable === 0 ? [] : [`${unusable} pieces of the file cannot be read: it was cut or changed`]),
  ].join('\n')

export const enWords: Words = {
  help: `Usage: npm run genba -- <command>

  backup <folder or file>       makes a backup of database and evidence, also while the server runs, and reads it back
  restore <file> [--yes]        puts a backup in the place of the data; the server must be stopped.
                                --yes: also where there is work already, which is set aside, not deleted
  import <file>                 takes over a file of unsent work that was exported on a tablet; twice does no harm
  quarantine list               lists what was received and not taken into the log, with the reason
  quarantine show <id>          shows one entry of that list with everything in it
  quarantine export <file>      writes all of it into a file
  help                          shows this

Settings are the server's: GENBA_DATA, DATABASE_URL, GENBA_S3_…`,
  notUnderstood: (what) => `"${what}" is not understood. "npm run genba -- help" shows what there is.`,
  fileMissing: (command) => `Say which file: npm run genba -- ${command} <file>`,
  backupMade: (made) => `Backup made and read back: ${made.file}\n${described(made)}`,
  backupProblems: {
    exists: (file) => `${file} is there already. Backups are never overwritten: choose another name.`,
    'not-found': (file) => `There is no file ${file}, or it may not be read.`,
    'not-a-backup': (file) => `${file} is not a backup of Genba.`,
    incomplete: (file) =>
      `${file} was cut short: its end is missing. Nothing was changed. Copy it again, or take an older backup.`,
    damaged: (file, part) =>
      `${file} is damaged (${part}). Nothing was changed. Copy it again, or take an older backup.`,
    'newer-backup': (file) =>
      `${file} was made by a newer release of Genba. Nothing was changed. Restore it with that release.`,
    'has-work': () =>
      'The database holds work. Nothing was changed. With --yes it is set aside and the backup takes its place.',
  },
  evidenceDamaged: (names) =>
    `${names.length} evidence files are damaged where they are stored, and in this backup too. Keep your older backups, which may hold them whole:\n${names.join('\n')}`,
  restored: (made, aside) =>
    `Restored the backup of ${made.madeAt}: ${made.file}\n${described(made)}\n${
      aside === undefined ? '' : `The data from before were set aside as ${aside}.\n`
    }Start the server now. Tablets send again what this backup does not hold.`,
  imported: (file, counts) => `${file}\n${counted(counts)}`,
  importProblems: {
    'not-json': (file) => `${file} cannot be read as JSON: it was cut or changed. Nothing was changed.`,
    'not-ours': (file) => `${file} is not a file of unsent work. Nothing was changed.`,
    newer: (file) => `${file} was written by a newer release of Genba. Import it with that release.`,
    older: (file) =>
      `${file} was written by an older release that this one does not read. Import it with that release.`,
    unreadable: (file) => `${file} is a file of unsent work but not whole. Nothing was changed.`,
  },
  quarantineEmpty: 'Nothing is kept aside.',
  quarantineListed: (count) => `${count} kept aside. "quarantine show <id>" shows one with everything in it.`,
  quarantineUnknown: (id) => `Nothing with the id "${id}" is kept aside. "quarantine list" shows the ids.`,
  quarantineExported: (file, count) => `${count} entries written: ${file}`,
  isInUse: 'The server, or another command, is working with these data. Nothing was changed. Stop it and try again.',
  storeProblems: {
    busy: 'The database is busy. Try again in a moment.',
    full: 'No space is left. Nothing was changed. Free some and try again.',
    unavailable: 'The database cannot be reached. Check that it runs and that DATABASE_URL is right.',
    'not-writable': 'The data folder cannot be written. Check that it exists and belongs to you (GENBA_DATA).',
    'newer-database': 'The data were written by a newer release of Genba. Use that release.',
    broken: 'The database cannot be read: it is damaged, or its settings are wrong.',
  },
  evidenceProblems: {
    full: 'No space is left for evidence. Free some and try again.',
    unavailable:
      'The S3 storage of evidence cannot be reached. Check that it runs and that GENBA_S3_ENDPOINT is right.',
    'not-writable': 'The folder of evidence cannot be written. Check that it belongs to you (GENBA_DATA).',
    refused: 'The S3 storage of evidence refuses. Check its bucket, region and keys (GENBA_S3_…).',
    broken: 'The storage of evidence cannot be read.',
  },
  fileProblem: (code) => `The file could not be read or written (${code}). Nothing was changed.`,
}
