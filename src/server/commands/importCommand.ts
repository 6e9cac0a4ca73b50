// `genba import`: takes over a file of unsent work through the same door as a push. Doing it twice changes nothing.
import { protocolVersion } from '../../protocol/protocolVersion.ts'
import type { Verdict } from '../../protocol/push.ts'
import { parseUnsentFile, type ParsedUnsentFile, type UnsentRun } from '../../protocol/unsentFile.ts'
import { pushOperations } from '../sync/pushOperations.ts'
import type { SyncContext } from '../sync/SyncContext.ts'
import { evidenceSettingsOf } from '../config.ts'
import { openEvidenceStore, stagingFolderIn } from '../evidence/openEvidenceStore.ts'
import type { Command } from './Command.ts'
import { openUnsentFile } from './openUnsentFile.ts'
import { takeEvidence } from './takeEvidence.ts'
import { withSync } from './withSync.ts'
import type { ImportCounts } from './Words.ts'

export const importCommand: Command = async (context, { positionals }) => {
  const { words, print, complain } = context
  const [target] = positionals
  if (target === undefined) {
    complain(words.fileMissing('import'))
    return 2
  }
  const path = context.resolvePath(target)
  const opened = await openUnsentFile(path)
  const file = parseUnsentFile(opened.text)
  if (!file.ok) {
    complain(words.importProblems[file.error](path))
    return 1
  }
  const verdicts = await withSync(context, (sync) => pushRuns(sync, file.value.runs, context.randomId))
  const settings = evidenceSettingsOf(context.config)
  const places = { store: openEvidenceStore(settings), stagingFolder: stagingFolderIn(settings) }
  const evidence = await takeEvidence(places, path, opened.parts)
  const unusable = file.value.unusable + (opened.isCut ? 1 : 0)
  const counts = { ...count(verdicts, { ...file.value, unusable }), evidence }
  print(words.imported(path, counts))
  return counts.aside.size + counts.waiting + counts.unusable + evidence.refused === 0 ? 0 : 1
}

/** A verdict for every operation. A run that came before what it follows is tried again behind the others. */
async function pushRuns(
  sync: SyncContext,
  runs: readonly UnsentRun[],
  randomId: () => string,
): Promise<readonly Verdict[]> {
  const settled: Verdict[] = []
  let waiting: readonly UnsentRun[] = runs
  for (;;) {
    const needing: { readonly run: UnsentRun; readonly verdicts: readonly Verdict[] }[] = []
    for (const run of waiting) {
      const verdicts = await pushRun(sync, run, randomId())
      if (verdicts.some(({ verdict }) => verdict === 'need')) needing.push({ run, verdicts })
      else settled.push(...verdicts)
    }
    if (needing.length === 0 || needing.length === waiting.length)
      return [...settled, ...needing.flatMap(({ verdicts }) => verdicts)]
    waiting = needing.map(({ run }) => run)
  }
}

/** Whoever brings the file only hands the run over: its signature proves it. */
async function pushRun(sync: SyncContext, run: UnsentRun, nonce: string): Promise<readonly Verdict[]> {
  const { stream, device, deviceKey, signature, ops, again } = run
  const batch = { stream, ops, signature, origin: { device, deviceKey }, ...(again !== undefined && { again }) }
  const request = { proto: protocolVersion, nonce, device, deviceKey, epoch: null, batches: [batch] }
  const { results } = await pushOperations(sync, request)
  return results.flatMap(({ verdicts }) => verdicts)
}

function count(
  verdicts: readonly Verdict[],
  { drafts, damaged, unusable }: ParsedUnsentFile,
): Omit<ImportCounts, 'evidence'> {
  const numberOf = (kind: Verdict['verdict']) => verdicts.filter(({ verdict }) => verdict === kind).length
  const aside = new Map<string, number>()
  for (const verdict of verdicts) {
    if (verdict.verdict !== 'quarantined' && verdict.verdict !== 'fork') continue
    const code = verdict.verdict === 'fork' ? 'fork' : verdict.code
    aside.set(code, (aside.get(code) ?? 0) + 1)
  }
  const left = drafts.length + damaged.length
  return { taken: numberOf('acked'), already: numberOf('duplicate'), aside, waiting: numberOf('need'), left, unusable }
}
