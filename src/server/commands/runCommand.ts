// Runs one command of the `genba` program. Every failure becomes a sentence; none repeats what people wrote, or a password.
import { parseArgs } from 'node:util'
import { DatabaseInUse } from '../store/DatabaseInUse.ts'
import { EvidenceStorageError } from '../evidence/EvidenceStorageError.ts'
import { StoreError } from '../store/StoreError.ts'
import { backupCommand } from './backupCommand.ts'
import type { Command, CommandContext, ExitCode } from './Command.ts'
import { importCommand } from './importCommand.ts'
import { quarantineCommand } from './quarantineCommand.ts'
import { restoreCommand } from './restoreCommand.ts'

const helpCommand: Command = ({ words, print }) => {
  print(words.help)
  return Promise.resolve(0)
}

const commands: Readonly<Record<string, Command>> = {
  backup: backupCommand,
  restore: restoreCommand,
  import: importCommand,
  quarantine: quarantineCommand,
  help: helpCommand,
}

export async function runCommand(context: CommandContext, args: readonly string[]): Promise<ExitCode> {
  const given = readArguments(args)
  const [name = 'help', ...positionals] = given?.positionals ?? []
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (given === undefined || command === undefined) {
    context.complain(context.words.notUnderstood(args.join(' ')))
    return 2
  }
  try {
    return await command(context, { positionals, isSure: given.isSure })
  } catch (error) {
    context.complain(describeFailure(context, error))
    return 1
  }
}

interface GivenArguments {
  readonly positionals: readonly string[]
  readonly isSure: boolean
}

/** Undefined where an option is unknown. */
function readArguments(args: readonly string[]): GivenArguments | undefined {
  try {
    const options = { yes: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    return { positionals: values.help === true ? ['help'] : positionals, isSure: values.yes === true }
  } catch {
    return undefined
  }
}

/** Codes only: messages of databases and parsers may quote what people wrote. */
function describeFailure({ words }: CommandContext, error: unknown): string {
  if (error instanceof DatabaseInUse) return words.isInUse
  if (error instanceof StoreError) return words.storeProblems[error.code]
  if (error instanceof EvidenceStorageError) return words.evidenceProblems[error.code]
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return words.storeProblems.full
  return words.fileProblem(typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown')
}
