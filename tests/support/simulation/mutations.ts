// Places where a break must not go unnoticed. Each changes one text of the real code.
import type { Mutation } from './buildSimulation.mjs'

export const mutations: readonly Mutation[] = [
  {
    name: 'merge-last-writer-wins',
    breaks: 'the merge: the value with the latest clock replaces those that its author never saw',
    file: 'src/domain/oplog/foldOperations.ts',
    from: '[...present, write.current].sort((a, b) => compareDots(a.dot, b.dot)),',
    to: '[...present, write.current].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 1),',
  },
  {
    name: 'merge-forgets-early-supersession',
    breaks: 'the merge: what arrives after the operation that supersedes it becomes current [M5]',
    file: 'src/domain/oplog/foldOperations.ts',
    from: 'const isSuperseded = entity.superseded.has(operation.dot)',
    to: 'const isSuperseded = false',
  },
  {
    name: 'late-lane-open',
    breaks: 'the late lane: what a sign-off had not seen acts all the same [M14]',
    file: 'src/domain/oplog/foldOperations.ts',
    from: 'write.definition.isSealed === true && isHeld(operation)',
    to: 'write.definition.isSealed === true && isHeld(operation) && operation.n % 5 === 0',
  },
  {
    name: 'refused-act-counts',
    breaks: 'the late lane: a sign-off that the server refused still holds entries back on its own tablet [M15]',
    file: 'src/localdb/readStreamLog.ts',
    from: "uncountedCodes: readonly string[] = ['stale-heads']",
    to: 'uncountedCodes: readonly string[] = []',
  },
  {
    name: 'stale-act-taken',
    breaks: 'the late lane: the server takes a sign-off that had not seen everything [P14]',
    file: 'src/server/store/appendRuns.ts',
    from: '!coversHeads({ device, body }, log)',
    to: '!coversHeads({ device, body }, log) && log.size === 0',
  },
  {
    name: 'cursor-skips-one',
    breaks: 'the cursor: the server leaves one operation out [P3]',
    file: 'src/server/sync/pullOperations.ts',
    from: 'const from = (behind.find((backlog) => backlog.stream === stream)?.version ?? 0) + 1',
    to: 'const from = (behind.find((backlog) => backlog.stream === stream)?.version ?? 0) + (size > 1 ? 2 : 1)',
  },
  {
    name: 'roots-not-compared',
    breaks: 'the cursor: neither side notices that it speaks of another log [P4]',
    file: 'src/localdb/recordPulled.ts',
    from: "return rootAfter(db, before, hashes) === page.root ? undefined : 'wrong-root'",
    to: 'return undefined',
    also: {
      file: 'src/server/sync/pullOperations.ts',
      from: 'if (expected !== cursorRoot) refetch.push(stream)',
      to: 'if (expected === undefined) refetch.push(stream)',
    },
  },
  {
    name: 'acked-without-commit',
    breaks: 'the acknowledgement: the server answers before the transaction is committed, which then is not [P5]',
    file: 'src/server/store/runTransaction.ts',
    from: 'await sql`commit`.execute(connection)',
    to: 'await (Math.random() < 0.1 ? sql`rollback` : sql`commit`).execute(connection)',
  },
  {
    name: 'acked-before-commit',
    breaks: 'the acknowledgement: the server answers as soon as the transaction has begun [P5]',
    file: 'src/server/sync/createAppendQueue.ts',
    from: 'const appended = await store.append(',
    to: `group.forEach(({ run, resolve }) => resolve({ root: undefined, verdicts: run.operations.map(({ claimedN }) => ({ verdict: 'acked' as const, n: claimedN ?? 0 })) }))
      const appended = await store.append(`,
  },
  {
    name: 'acked-without-verdict',
    breaks: 'the acknowledgement: a tablet takes silence for "acked" [P5]',
    file: 'src/sync/pushUnsent.ts',
    from: 'if (!answer.ok) return answer\n  const sent',
    to: `if (!answer.ok) {
    for (const { stream, operations } of answer.error.code === 'timeout' ? batches : [])
      await markOwn(db, stream, operations.map(({ n }) => ({ n, status: 'acked' as const })))
    return answer
  }
  const sent`,
  },
  {
    name: 'loss-ignored',
    breaks: 'the epoch: a tablet that learns of a loss does not offer its own operations again [P15]',
    file: 'src/sync/healServer.ts',
    from: "for (const { stream, from } of losses) await reviveOwn(db, { stream, device: signer.device, from, why: 'loss' })",
    to: '',
    also: {
      file: 'src/sync/healServer.ts',
      from: "if (lost.length > 0) await reviveOwn(db, { stream, device, from: Math.min(...lost), why: 'loss' })",
      to: '',
    },
  },
  {
    name: 'epoch-ignored',
    breaks: 'the epoch: a new one changes nothing, and neither does another log',
    file: 'src/sync/createSyncSession.ts',
    from: `raise: () => {
      isDue = true
    },`,
    to: 'raise: () => undefined,',
    also: {
      file: 'src/sync/healServer.ts',
      from: 'if (outcome.lacking.length > 0 && ',
      to: 'if (outcome.lacking.length < 0 && ',
    },
  },
  {
    name: 'others-not-relayed',
    breaks: "the epoch: other devices' operations that a restore took away are not handed back [P12]",
    file: 'src/sync/healServer.ts',
    from: 'const relayed = await relayFromPages(db, stream, { ...outcome, lacking: others })',
    to: 'const relayed = others.length * 0',
  },
  {
    name: 'old-pages-dropped',
    breaks: 'the epoch: pages of the log before a restore go without a look at what only they hold',
    file: 'src/localdb/settleRefetch.ts',
    from: 'if (lacking.length > 0 || !isBaseCovered) return { lacking, older }',
    to: '',
  },
  {
    name: 'dropped-beyond-backup',
    breaks: 'the backup horizon: a tablet lets go what no backup holds',
    file: 'src/localdb/dropBackedUp.ts',
    from: 'to <= Math.min(row.cursor, row.backedUp)',
    to: 'to <= row.cursor',
    also: {
      file: 'src/sync/dropClosed.ts',
      from: 'Math.min(position.cursor, backedUp) - base',
      to: 'position.cursor - base',
    },
  },
  {
    name: 'saved-before-written',
    breaks: 'saving: the screen says saved before the transaction is complete',
    file: 'src/localdb/commitLocal.ts',
    from: 'found = commit.after\n',
    to: 'found = commit.after\n      resolve(found)\n',
  },
  {
    name: 'saved-relaxed',
    breaks: 'saving: the disk may still lose it when the power fails',
    file: 'src/localdb/commitLocal.ts',
    from: "{ durability: 'strict' }",
    to: "{ durability: 'relaxed' }",
  },
  {
    name: 'clock-set-back',
    breaks: 'clocks: one that is set back makes the next attempt years away [M10]',
    file: 'src/sync/createSavePace.ts',
    from: 'Math.min(pauseMs, Math.max(0, sentAt + pauseMs - clock.now()))',
    to: 'Math.max(0, sentAt + pauseMs - clock.now())',
  },
  {
    name: 'foreign-413-believed',
    breaks: 'the network: what a portal calls too large is given up [P6]',
    file: 'src/sync/pushUnsent.ts',
    from: 'if ((operations[0]?.size ?? Infinity) <= mostOperationBytes) return false',
    to: '',
  },
  {
    name: 'copy-unnoticed',
    breaks: 'copied tablets: a fork changes nothing',
    file: 'src/sync/createSyncEngine.ts',
    from: '!loop.isLeading() || !isCloned(status)) return',
    to: '!loop.isLeading() || !isCloned(status) || status.refused.length > 0) return',
  },
  {
    name: 'copy-forgets',
    breaks: 'copied tablets: what waits is not written once more under the new identity',
    file: 'src/localdb/adoptIdentity.ts',
    from: 'operations.bulkPut(change.operations),',
    to: '',
  },
]
