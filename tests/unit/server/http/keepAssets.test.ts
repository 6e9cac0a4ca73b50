import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeFile, type AppFile } from '../../../../src/server/http/describeFile.ts'
import { keepAssets } from '../../../../src/server/http/keepAssets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'genba-assets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const build = (...paths: string[]): ReadonlyMap<string, AppFile> =>
  new Map(paths.map((path) => [path, describeFile(path, Buffer.from(`content of ${path}`))]))
const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000)
const oldPaths = (current: ReadonlyMap<string, AppFile>, now: Date, limits?: { mostDays: number; mostBytes: number }) =>
  [...keepAssets(current, { folder, now, ...(limits && { limits }) }).keys()].toSorted()

test('hashed files of earlier builds are served on with their bytes, type and tag, and only those', () => {
  const first = build('/index.html', '/sw.js', '/assets/page-aaaaaaaa.js', '/assets/shared-bbbbbbbb.css')
  expect(oldPaths(first, day(0))).toEqual([])
  const second = build('/index.html', '/sw.js', '/assets/page-cccccccc.js', '/assets/shared-bbbbbbbb.css')
  const kept = keepAssets(second, { folder, now: day(1) })
  expect([...kept.keys()]).toEqual(['/assets/page-aaaaaaaa.js'])
  expect(kept.get('/assets/page-aaaaaaaa.js')).toMatchObject({
    bytes: Buffer.from('content of /assets/page-aaaaaaaa.js'),
    contentType: 'text/javascript; charset=utf-8',
    etag: first.get('/assets/page-aaaaaaaa.js')?.etag,
    isImmutable: true,
  })
  expect(readdirSync(folder).some((name) => name.includes('index') || name.includes('sw'))).toBe(false)
})

test('files without a hash in their name, hidden files and whatever else lies in the folder are never served', () => {
  oldPaths(build('/assets/plain.js', '/assets/deep/page-aaaaaaaa.js'), day(0))
  for (const name of ['.hidden-aaaaaaaa.js', 'page-aaaaaaaa.js.77', 'notes.txt', 'index.html'])
    writeFileSync(join(folder, name), 'x')
  expect(oldPaths(build(), day(1))).toEqual([])
})

test('a build grows old from the day another one takes its place, however long it was served', () => {
  const limits = { mostDays: 10, mostBytes: 10_000 }
  oldPaths(build('/assets/page-aaaaaaaa.js'), day(0), limits)
  expect(oldPaths(build('/assets/page-bbbbbbbb.js'), day(300), limits)).toEqual(['/assets/page-aaaaaaaa.js'])
  expect(oldPaths(build('/assets/page-bbbbbbbb.js'), day(310), limits)).toEqual(['/assets/page-aaaaaaaa.js'])
  expect(oldPaths(build('/assets/page-bbbbbbbb.js'), day(311), limits)).toEqual([])
  expect(existsSync(join(folder, 'page-aaaaaaaa.js'))).toBe(false)
})

test('when there is too much of it the oldest goes first', () => {
  const limits = { mostDays: 100, mostBytes: 80 }
  for (const [index, name] of ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'].entries())
    oldPaths(build(`/assets/page-${name}.js`), day(index), limits)
  expect(oldPaths(build('/assets/page-cccccccc.js'), day(3), limits)).toEqual(['/assets/page-bbbbbbbb.js'])
})

test('a file that was cut short is written again', () => {
  const first = build('/assets/page-aaaaaaaa.js')
  oldPaths(first, day(0))
  writeFileSync(join(folder, 'page-aaaaaaaa.js'), 'con')
  oldPaths(first, day(1))
  expect(
    keepAssets(build(), { folder, now: day(2) })
      .get('/assets/page-aaaaaaaa.js')
      ?.bytes.toString(),
  ).toBe('content of /assets/page-aaaaaaaa.js')
})
