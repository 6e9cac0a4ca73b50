// What the `genba` command line says, in the language of the person's system.
import type { BackupProblem } from '../backup/BackupProblem.ts'
import type { StoreErrorCode } from '../store/StoreError.ts'

export interface Words {
  readonly help: string
  readonly notUnderstood: (what: string) => string
  readonly fileMissing: (command: string) => string
  readonly backupMade: (made: MadeBackup) => string
  readonly backupProblems: Readonly<Record<BackupProblem['code'], (file: string, part: string) => string>>
  readonly restored: (made: MadeBackup, aside: string | undefined) => string
  readonly isInUse: string
  readonly storeProblems: Readonly<Record<StoreErrorCode, string>>
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
