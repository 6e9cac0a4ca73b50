import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseUnsentFile, unsentFileProblems } from '../../../src/protocol/unsentFile.ts'

const good = {
  format: 'genba-unsent',
  version: 2,
  exportedAt: '2026-04-01T09:00:00.000Z',
  person: { id: 'tanaka', name: '田中' },
  runs: [
    {
      stream: 'audit-1',
      device: 'd'.repeat(22),
      deviceKey: { algorithm: 'Ed25519', publicKey: 'k'.repeat(59) },
      signature: 's'.repeat(86),
      ops: [{ h: '{}', b: '{}', s: 'salt' }],
    },
  ],
  drafts: [{ stream: 'a', entity: 'e', register: 'r', kind: 'k', text: 't', body: {}, seen: [], changedAt: 'c' }],
  damaged: [{ what: 'operation', place: 'operations/a/1', code: '', content: '00' }],
}

function judge(text: string) {
  const parsed = parseUnsentFile(text)
  if (!parsed.ok) expect(unsentFileProblems).toContain(parsed.error)
  return parsed
}

test('whatever a file holds, it is read or refused with a reason, and never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void judge(text)))
  fc.assert(fc.property(fc.json(), (text) => void judge(text)))
})

test('a file that was cut anywhere is refused', () => {
  const text = JSON.stringify(good)
  fc.assert(fc.property(fc.integer({ min: 0, max: text.length - 1 }), (at) => !judge(text.slice(0, at)).ok))
})

test('a file in which any value was replaced by another is read without it, or refused', () => {
  const paths = pathsOf(good)
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
      const parsed = judge(JSON.stringify(replaced(good, path, value)))
      if (!parsed.ok) return
      expect(
        parsed.value.runs.every(({ ops }) => ops.every(({ h, b, s }) => [h, b, s].every((t) => typeof t === 'string'))),
      ).toBe(true)
      expect(parsed.value.runs.length + parsed.value.unusable).toBeGreaterThanOrEqual(
        path[0] === 'runs' && path.length === 1 ? 0 : 1,
      )
    }),
  )
})

type Path = readonly (string | number)[]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([key, part]) =>
    pathsOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return path.length === 0 ? inner : [path, ...inner]
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  if (Array.isArray(value)) return value.map((part: unknown, at) => (at === key ? replaced(part, rest, by) : part))
  const record: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(Object(value) as object))
  return { ...record, [key]: replaced(record[key], rest, by) }
}
