// What exists on this tablet alone, and since when. Read only while somebody looks: it opens rows that nothing else needs.
import { shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { storeToRefs } from 'pinia'
import { useAppServices } from './appServices.ts'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import type { Safety } from '../components/shell/Safety.ts'
import { useSyncStore } from '../stores/useSyncStore.ts'
import { parseOperation } from '../../domain/oplog/parseOperation.ts'
import { evidenceStorage } from '../../localdb/evidenceStorage.ts'
import { listUnsent, type OwnRun } from '../../localdb/listUnsent.ts'
import type { LocalDatabase } from '../../localdb/LocalDatabase.ts'
import { readRun } from '../../localdb/readRun.ts'

export function useSafety(isShown: Readonly<Ref<boolean>>): Readonly<ShallowRef<Safety | undefined>> {
  const { db } = useAppServices()
  const { status } = storeToRefs(useSyncStore())
  const safety = shallowRef<Safety>()
  async function read(): Promise<void> {
    const { unsent, refused, refusedFiles, lastSyncedAt } = status.value
    const [files, runs] = await Promise.all([evidenceStorage(db), listUnsent(db)])
    const times = [files.oldestUnsent, ...(await Promise.all(runs.map((run) => firstOf(db, run))))]
    safety.value = {
      entries: unsent.entries,
      files: files.by.unsent.files,
      fileBytes: files.by.unsent.bytes,
      refused: refused.length + refusedFiles.length,
      oldestAt: times.filter((at) => at !== null).sort()[0] ?? null,
      lastReceiptAt: lastSyncedAt,
    }
  }
  watch(
    [isShown, status],
    ([isSo]) => {
      if (isSo) void read().catch(ignoreUnlessBug)
    },
    { immediate: true },
  )
  return safety
}

/** When the oldest of a run was saved. */
async function firstOf(db: LocalDatabase, { stream, from }: OwnRun): Promise<string | null> {
  const { operations } = await readRun(db, { stream, from, to: from })
  const parsed = operations[0] && parseOperation(operations[0].encoded)
  return parsed?.ok === true ? parsed.value.at : null
}
