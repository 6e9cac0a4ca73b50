// Holds the import table, and proves on a small tree of its own that the table bites.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import config from './dependency-cruiser.config.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))

test('src holds to the import table', { timeout: 60_000 }, async () => {
  expect(await violationsIn(root)).toEqual([])
})

describe('the import table', () => {
  /** Importing file, imported thing, and the rule that must object (undefined: allowed). */
  const cases: [from: string, to: string, rule: string | undefined][] = [
    ['src/domain/readsTheWire.ts', 'src/protocol/push.ts', 'domain-room'],
    ['src/domain/usesZod.ts', 'zod', 'domain-npm'],
    ['src/domain/usesNode.ts', 'node:crypto', 'node-on-the-server-only'],
    ['src/protocol/usesTheCore.ts', 'src/domain/dot.ts', undefined],
    ['src/protocol/usesZod.ts', 'zod', undefined],
    ['src/protocol/usesVue.ts', 'vue', 'protocol-npm'],
    ['src/localdb/sends.ts', 'src/sync/engine.ts', 'localdb-room'],
    ['src/sync/stores.ts', 'src/localdb/record.ts', undefined],
    ['src/sync/looks.ts', 'type src/app/stores/session.ts', 'sync-room'],
    ['src/device/hashes.ts', '@noble/hashes', undefined],
    ['src/device/knowsAType.ts', 'type src/domain/dot.ts', undefined],
    ['src/device/runsTheCore.ts', 'src/domain/dot.ts', 'device-types-only'],
    ['src/reports/reads.ts', 'src/localdb/record.ts', 'reports-room'],
    ['src/reports/office/docx/writes.ts', 'docx', undefined],
    ['src/reports/finding-list/writes.ts', 'docx', 'office-npm'],
    ['src/app/pages/writes.ts', 'docx', 'app-npm'],
    ['src/interchange/asks.ts', 'src/protocol/push.ts', 'interchange-room'],
    ['src/app/pages/shows.ts', 'src/app/composables/useAudit.ts', undefined],
    ['src/app/pages/reads.ts', 'src/localdb/record.ts', 'app-pages'],
    ['src/app/composables/reads.ts', 'src/localdb/record.ts', undefined],
    ['src/app/composables/draws.ts', 'src/app/components/Row.vue', 'no-vue-below'],
    ['src/app/components/Row.vue', 'type src/domain/dot.ts', undefined],
    ['src/app/components/Folds.vue', 'src/localdb/dot.ts', 'app-components'],
    ['src/app/components/Reads.vue', 'type src/localdb/record.ts', 'app-components'],
    ['src/app/components/Uses.vue', 'src/app/stores/session.ts', 'app-components'],
    ['src/app/stores/pushes.ts', 'src/sync/engine.ts', undefined],
    ['src/app/stores/keepsData.ts', 'src/localdb/record.ts', 'app-stores'],
    ['src/app/asksTheServer.ts', 'src/server/store/rows.ts', 'app-room'],
    ['src/app/usesFastify.ts', 'fastify', 'app-npm'],
    ['src/app/usesNothingDeclared.ts', 'left-behind', 'installed'],
    ['src/app/usesNothingThere.ts', 'src/app/gone.ts', 'resolvable'],
    ['src/service-worker/keepsData.ts', 'src/localdb/record.ts', 'service-worker-room'],
    ['src/server/http/route.ts', 'src/server/sync/append.ts', undefined],
    ['src/server/http/queries.ts', 'src/server/store/rows.ts', 'server-http'],
    ['src/server/sync/keeps.ts', 'src/server/store/rows.ts', undefined],
    ['src/server/sync/answers.ts', 'fastify', 'server-sync-npm'],
    ['src/server/store/answers.ts', 'type src/server/http/base.ts', 'server-store'],
    ['src/server/store/opens.ts', 'pg', undefined],
    ['src/server/again.ts', 'src/server/main.ts', 'one-place-constructs'],
    ['src/elsewhere/strange.ts', 'src/domain/dot.ts', 'room-in-the-table'],
    ['src/domain/borrows.ts', 'tests/support/clock.ts', 'src-without-tests'],
  ]
  const targets = cases.map(([, to]) => to.replace('type ', '')).filter((to) => to.startsWith('src/'))
  let tree: string
  let found: string[]

  beforeAll(async () => {
    tree = mkdtempSync(join(tmpdir(), 'genba-import-table-'))
    symlinkSync(join(root, 'tsconfig.json'), join(tree, 'tsconfig.json'))
    const npm = ['zod', 'vue', '@noble/hashes', 'fastify', 'pg', 'docx']
    write('package.json', JSON.stringify({ dependencies: Object.fromEntries(npm.map((name) => [name, '1.0.0'])) }))
    for (const name of [...npm, 'left-behind']) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }))
      write(`node_modules/${name}/index.js`, 'export const it = 1')
    }
    for (const target of targets) if (target !== 'src/app/gone.ts') write(target, source(target, 'export const it = 1'))
    write('tests/support/clock.ts', 'export const it = 1')
    for (const [from, to] of cases) write(from, source(from, importOf(from, to)))
    write('src/domain/round.ts', "import { it } from './about.ts'\nexport const a = it")
    write('src/domain/about.ts', "import type { a } from './round.ts'\nexport const it = 1 as typeof a")
    write('src/domain/alone.ts', 'export const it = 1')
    found = await violationsIn(tree)
  }, 60_000)

  afterAll(() => rmSync(tree, { recursive: true, force: true }))

  test.each(cases.filter(([, , rule]) => rule === undefined))('lets %s import %s', (from) => {
    expect(rulesAgainst(from)).toEqual([])
  })

  test.each(cases.filter(([, , rule]) => rule !== undefined))('forbids %s to import %s: %s', (from, _to, rule) => {
    expect(rulesAgainst(from)).toContain(rule)
  })

  test('a circle is forbidden even when one half of it is a type', () => {
    expect(found.filter((violation) => violation.startsWith('no-circular'))).not.toEqual([])
  })

  test('a file that nobody imports and that imports nobody is forbidden', () => {
    expect(found).toContain('no-orphans: src/domain/alone.ts → src/domain/alone.ts')
  })

  function rulesAgainst(from: string): (string | undefined)[] {
    return found.filter((violation) => violation.includes(`: ${from} → `)).map((each) => each.split(':')[0])
  }

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
})

function source(path: string, code: string): string {
  return path.endsWith('.vue') ? `<script setup lang="ts">\n${code}\n</script>\n<template><p /></template>\n` : code
}

function importOf(from: string, to: string): string {
  const [keyword, path] = to.startsWith('type ') ? ['import type', to.slice(5)] : ['import', to]
  const isOurs = path.startsWith('src/') || path.startsWith('tests/')
  const specifier = isOurs ? '../'.repeat(from.split('/').length - 1) + path : path
  return `${keyword} { it } from '${specifier}'\nconst used: typeof it = 1\nvoid used`
}

/** Each as `rule: from → to`. */
async function violationsIn(baseDir: string): Promise<string[]> {
  const { output } = await cruise(
    ['src'],
    { ...config.options, baseDir, validate: true, ruleSet: { forbidden: config.forbidden ?? [] } },
    undefined,
    { tsConfig: extractTSConfig(join(root, 'tsconfig.json')) },
  )
  if (typeof output === 'string') throw new Error(output)
  return output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
}
