// An office program that is not ours opens a file and prints it to PDF. It is large, so tests use it where a machine has it and install it nowhere.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const names = ['soffice', 'libreoffice']
const macOS = '/Applications/LibreOffice.app/Contents/MacOS/soffice'
const timeoutMs = 120_000

/** Its path; undefined where it is not installed. On Debian it comes with `libreoffice-writer-nogui libreoffice-calc-nogui`. */
export function findLibreOffice(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), macOS].find((path) =>
    existsSync(path),
  )
}

export function printByLibreOffice(program: string, bytes: Uint8Array, ending: 'docx' | 'xlsx'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'genba-office-'))
  try {
    const file = join(folder, `report.${ending}`)
    writeFileSync(file, bytes)
    // A profile of its own: a person's running LibreOffice would take the file over.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const options = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, file]
    const { status, stderr } = spawnSync(program, options, { encoding: 'utf8', timeout: timeoutMs })
    if (status !== 0) throw new Error(`LibreOffice ended with ${String(status)}: ${stderr}`)
    return readFileSync(join(folder, 'report.pdf'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
