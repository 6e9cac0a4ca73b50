// `genba quarantine`: what the server received and keeps outside the log. The list carries no texts; `show` and `export` do, on wish.
import { open } from 'node:fs/promises'
import { sha256 } from '../sha256.ts'
import type { Quarantined } from '../store/listQuarantined.ts'
import { describeQuarantined } from '../sync/readQuarantine.ts'
import type { Command, CommandContext, ExitCode } from './Command.ts'
import { withSync } from './withSync.ts'

/** More than a person reads; a forger may have left a million. */
const mostEntries = 100_000
const idLength = 8

export const quarantineCommand: Command = async (context, { positionals }) => {
  const [action = 'list', target] = positionals
  const { words, complain } = context
  const known = ['list', 'show', 'export'].includes(action)
  if (!known || (action !== 'list' && target === undefined)) {
    complain(known ? words.fileMissing(`quarantine ${action}`) : words.notUnderstood(`quarantine ${action}`))
    return 2
  }
  const entries = await withSync(context, ({ store, organisation }) =>
    store.listQuarantined(organisation, { most: mostEntries }),
  )
  if (target === undefined || action === 'list') return list(context, entries)
  return action === 'show' ? show(context, entries, target) : exportAll(context, entries, target)
}

/** The same entry has the same id for ever. */
function idOf({ operation }: Quarantined): string {
  return sha256(operation).slice(0, idLength)
}

function list({ words, print }: CommandContext, entries: readonly Quarantined[]): ExitCode {
  for (const entry of entries) {
    const { stream, device, n, code, kind, entity, author, receivedAt } = describeQuarantined(entry)
    print([idOf(entry), receivedAt, code, `${stream} ${device}:${String(n)}`, kind, entity, author].join('  '))
  }
  print(entries.length === 0 ? words.quarantineEmpty : words.quarantineListed(entries.length))
  return 0
}

function show({ words, print, complain }: CommandContext, entries: readonly Quarantined[], id: string): ExitCode {
  const found = entries.filter((entry) => idOf(entry) === id)
  if (found.length === 0) {
    complain(words.quarantineUnknown(id))
    return 1
  }
  for (const entry of found) print(JSON.stringify(readable(entry), undefined, 2))
  return 0
}

async function exportAll(
  { words, print, resolvePath, now }: CommandContext,
  entries: readonly Quarantined[],
  target: string,
): Promise<ExitCode> {
  const path = resolvePath(target)
  const content = { format: 'genba-quarantine', version: 1, exportedAt: now().toISOString() }
  // Never over another file; for its owner alone.
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(JSON.stringify({ ...content, entries: entries.map(readable) }, undefined, 1))
    await file.sync()
  } finally {
    await file.close()
  }
  print(words.quarantineExported(path, entries.length))
  return 0
}

function readable(entry: Quarantined): object {
  return { ...describeQuarantined(entry), operation: JSON.parse(entry.operation) as unknown }
}
