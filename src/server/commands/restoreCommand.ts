// `genba restore`: puts a backup in the place of the data, while no server runs on them.
import { restoreBackup } from '../backup/restoreBackup.ts'
import { evidenceSettingsOf } from '../config.ts'
import { openEvidenceStore, stagingFolderIn } from '../evidence/openEvidenceStore.ts'
import { sha256 } from '../sha256.ts'
import { describe } from './backupCommand.ts'
import type { Command } from './Command.ts'

export const restoreCommand: Command = async (context, { positionals, isSure }) => {
  const { config, words, print, complain, now, randomId } = context
  const [target] = positionals
  if (target === undefined) {
    complain(words.fileMissing('restore'))
    return 2
  }
  const file = context.resolvePath(target)
  const evidence = evidenceSettingsOf(config)
  const restored = await restoreBackup({
    settings: config,
    evidence: openEvidenceStore(evidence),
    stagingFolder: stagingFolderIn(evidence),
    file,
    mayReplace: isSure,
    now: now(),
    randomId,
    sha256,
  })
  if (!restored.ok) {
    complain(words.backupProblems[restored.error.code](file, 'part' in restored.error ? restored.error.part : ''))
    return 1
  }
  print(words.restored(describe(file, restored.value), restored.value.aside))
  return 0
}
