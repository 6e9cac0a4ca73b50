// What the `genba` command line says, in the language of the person's system.
import type { BackupProblem } from '../backup/BackupProblem.ts'
import type { UnsentFileProblem } from '../../protocol/unsentFile.ts'
import type { EvidenceStorageCode } from '../evidence/EvidenceStorageError.ts'
import type { StoreErrorCode } from '../store/StoreError.ts'

export interface Words {
  readonly help: string
  readonly notUnderstood: (what: string) => string
  readonly fileMissing: (command: string) => string
  readonly backupMade: (made: MadeBackup) => string
  readonly backupProblems: Readonly<Record<BackupProblem['code'], (file: string, part: string) => string>>
  /** Names of files. */
  readonly evidenceDamaged: (names: readonly string[]) => string
  readonly restored: (made: MadeBackup, aside: string | undefined) => string
  readonly imported: (file: string, counts: ImportCounts) => string
  readonly importProblems: Readonly<Record<UnsentFileProblem, (file: string) => string>>
  readonly quarantineEmpty: string
  readonly quarantineListed: (count: number) => string
  readonly quarantineUnknown: (id: string) => string
  readonly quarantineExported: (file: string, count: number) => string
  readonly isInUse: string
  readonly storeProblems: Readonly<Record<StoreErrorCode, string>>
  readonly evidenceProblems: Readonly<Record<EvidenceStorageCode, string>>
  readonly fileProblem: (code: string) => string
}

export interface MadeBackup {
  readonly file: string
  readonly madeAt: string
  readonly bytes: number
  readonly streams: number
  readonly operations: number
  readonly evidence: number
}

/** What became of the entries of an imported file. */
export interface ImportCounts {
  readonly taken: number
  readonly already: number
  /** By reason. */
  readonly aside: ReadonlyMap<string, number>
  /** What comes before them is missing. */
  readonly waiting: number
  /** Texts in progress and pieces that only a tablet can open. */
  readonly left: number
  /** Pieces of the file that could not be read. */
  readonly unusable: number
  readonly evidence: EvidenceCounts
}

/** What became of the evidence files beside the entries. */
export interface EvidenceCounts {
  readonly taken: number
  readonly already: number
  /** Not the bytes of their name, or of a type that is not taken. */
  readonly refused: number
}
