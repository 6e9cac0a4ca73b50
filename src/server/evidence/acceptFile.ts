// From staged bytes to evidence: the right hash, an accepted type, then kept for good. The staged file is gone in any case but a
// failing storage, so that the same bytes can be taken again.
import { rm } from 'node:fs/promises'
import { err, ok, type Result } from '../../domain/Result.ts'
import { toEvidenceStorageError } from './EvidenceStorageError.ts'
import type { EvidenceStore, StagedFile } from './EvidenceStore.ts'
import { judgeFile, type FileRefusal } from './judgeFile.ts'

export type EvidenceRefusal = FileRefusal | 'wrong-hash'

export async function acceptFile(
  store: EvidenceStore,
  expected: string,
  staged: StagedFile,
): Promise<Result<void, EvidenceRefusal>> {
  const refusal = staged.sha256 === expected ? await refusalOf(staged) : 'wrong-hash'
  if (refusal !== undefined) {
    await rm(staged.path, { force: true })
    return err(refusal)
  }
  await store.keep(staged)
  return ok(undefined)
}

async function refusalOf({ path }: StagedFile): Promise<FileRefusal | undefined> {
  try {
    const judged = await judgeFile(path)
    return judged.ok ? undefined : judged.error
  } catch (error) {
    throw toEvidenceStorageError(error)
  }
}
