// A copy of dist/ as a later release would be: every script has another name and the worker another list of files.
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const texts = ['.html', '.js', '.css']

export interface SecondBuild {
  /** Its server: serves its app. */
  readonly program: string
  readonly remove: () => Promise<void>
}

export async function makeSecondBuild(): Promise<SecondBuild> {
  // Inside the project, so that its server finds the packages.
  await mkdir(join(root, 'test-results'), { recursive: true })
  const folder = await mkdtemp(join(root, 'test-results/second-build-'))
  await cp(join(root, 'dist/app'), join(folder, 'app'), { recursive: true })
  await cp(join(root, 'dist/server'), join(folder, 'server'), { recursive: true })
  await renew(join(folder, 'app'))
  return { program: join(folder, 'server/main.js'), remove: () => rm(folder, { recursive: true, force: true }) }
}

async function renew(app: string): Promise<void> {
  const scripts = (await readdir(join(app, 'assets'))).filter((name) => name.endsWith('.js'))
  for (const name of scripts) await rename(join(app, 'assets', name), join(app, 'assets', renamed(name)))
  for (const path of await readdir(app, { recursive: true })) {
    if (!texts.includes(extname(path))) continue
    const text = await readFile(join(app, path), 'utf8')
    await writeFile(
      join(app, path),
      scripts.reduce((all, name) => all.replaceAll(name, renamed(name)), text),
    )
  }
  await relist(app)
}

function renamed(script: string): string {
  return script.replace(/\.js$/, '2.js')
}

/** The worker takes only files whose bytes it was told of. */
async function relist(app: string): Promise<void> {
  const worker = join(app, 'sw.js')
  let text = await readFile(worker, 'utf8')
  for (const [entry, url] of text.matchAll(/\{[^{}]*?["'`]?url["'`]?:\s*["'`]([^"'`]+)["'`][^{}]*?\}/g)) {
    const bytes = await readFile(join(app, url ?? ''))
    const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`
    const revision = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
    const listed = entry
      .replace(/sha384-[A-Za-z0-9+/=]+/, integrity)
      .replace(/(revision["'`]?:\s*["'`])[^"'`]+/, `$1${revision}`)
    text = text.replace(entry, listed)
  }
  await writeFile(worker, text)
}
