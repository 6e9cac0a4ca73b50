// The `genba` command line: `npm run genba -- backup …`. Works on the data of the server's own settings.
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import type { CommandContext } from './commands/Command.ts'
import { enWords } from './commands/enWords.ts'
import { jaWords } from './commands/jaWords.ts'
import { runCommand } from './commands/runCommand.ts'
import { languageOf, parseConfig } from './config.ts'
import { endWith } from './runServer.ts'

const config = parseConfig(process.env)
if (config.ok) {
  const context: CommandContext = {
    config: config.value,
    words: languageOf(process.env) === 'ja' ? jaWords : enWords,
    print: (text) => process.stdout.write(`${text}\n`),
    complain: (text) => process.stderr.write(`${text}\n`),
    // npm changes to the project's folder and tells where it was called.
    resolvePath: (path) => resolve(process.env['INIT_CWD'] ?? '.', path),
    now: () => new Date(),
    randomId: () => randomBytes(16).toString('base64url'),
  }
  process.exitCode = await runCommand(context, process.argv.slice(2))
} else {
  endWith(config.error)
}
