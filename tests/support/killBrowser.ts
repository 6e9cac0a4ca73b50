// Kills a browser the hard way: SIGKILL to every process that was started for one profile folder (Linux only).
import { readdirSync, readFileSync } from 'node:fs'
import { waitUntil } from './waitUntil.ts'

/** Only a folder made for this one browser may be given: every process that names it dies. */
export async function killBrowser(profileDir: string): Promise<void> {
  if (profileDir.length < 8) throw new Error(`Too short to be a profile of our own: ${profileDir}`)
  for (const pid of processesNaming(profileDir)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended in the meantime.
    }
  }
  await waitUntil('the browser is gone', () => processesNaming(profileDir).length === 0)
}

/** Processes with this text in their command line, but not our own. */
export function processesNaming(text: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && commandLine(pid).includes(text))
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
