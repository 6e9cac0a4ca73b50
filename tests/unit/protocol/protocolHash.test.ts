// No message changes silently: a tablet in a drawer speaks the version that it was built with.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { protocolVersion } from '../../../src/protocol/protocolVersion.ts'
import { compareMessages } from '../../support/protocol/compareMessages.ts'
import { isRecording, readMessages, recordedVersions, writeMessages } from '../../support/protocol/protocolRecords.ts'
import { readWireMessages } from '../../support/protocol/wireMessages.ts'

const current = await readWireMessages()
const recorded = readMessages(protocolVersion)
if (isRecording && (recorded === undefined || compareMessages(recorded, current).forbidden.length === 0)) {
  writeMessages(protocolVersion, current)
}

const howTo = `
The messages on the wire are no longer those on record for version ${protocolVersion}.
· Forbidden within a version [P18]: raise protocolVersion (src/protocol/protocolVersion.ts), go on reading the older version on the
  server, then WRITE_PROTOCOL=1 npx vitest run tests/unit/protocol tests/integration/server/oldClients.test.ts
· Allowed (an answer gained an optional field, there is a new message): the same command puts it on record.
· A version that was never released may be recorded anew: delete tests/fixtures/protocol/v${protocolVersion} first.
`

function hashOf(messages: object | undefined): string {
  return createHash('sha256').update(JSON.stringify(messages)).digest('base64url')
}

test('[P18] the messages on the wire are the ones on record for this version of the protocol', () => {
  const differences = compareMessages(readMessages(protocolVersion) ?? {}, current)
  expect(differences, howTo).toEqual({ forbidden: [], allowed: [] })
  expect(hashOf(current), howTo).toBe(hashOf(readMessages(protocolVersion)))
})

test('[P18] every released version of the protocol is on record', () => {
  expect(recordedVersions()).toEqual(Array.from({ length: protocolVersion }, (_, index) => index + 1))
})

/** A copy in which the one schema with `property` among its properties was changed. */
function withChange(name: string, property: string, change: (schema: Record<string, unknown>) => void) {
  const copy = JSON.parse(JSON.stringify(current)) as Record<string, Record<string, unknown>>
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    const schema = value as Record<string, unknown>
    const { properties } = schema
    if (typeof properties === 'object' && properties !== null && property in properties) change(schema)
    Object.values(schema).forEach(visit)
  }
  visit(copy[name])
  return compareMessages(current, copy)
}

const add = (schema: Record<string, unknown>) => {
  schema['properties'] = { ...(schema['properties'] as object), added: { type: 'string' } }
}
const demand = (schema: Record<string, unknown>) => {
  add(schema)
  schema['required'] = [...((schema['required'] as string[] | undefined) ?? []), 'added']
}
const drop = (property: string) => (schema: Record<string, unknown>) => {
  const { [property]: _dropped, ...left } = schema['properties'] as Record<string, unknown>
  schema['properties'] = left
}
const widen = (schema: Record<string, unknown>) => {
  const { code } = schema['properties'] as { code: { enum: string[] } }
  code.enum = [...code.enum, 'new-code']
}

test.each([
  ['an optional field of an answer', withChange('pullResponse', 'hasMore', add), 'allowed', 'pullResponse'],
  ['an optional field deep in an answer', withChange('pullResponse', 'h', add), 'allowed', 'pullResponse'],
  ['a code of a refusal', withChange('errorAnswer', 'code', widen), 'allowed', 'errorAnswer'],
  ['a demanded field of an answer', withChange('pullResponse', 'hasMore', demand), 'forbidden', 'pullResponse'],
  ['a field that an answer lost', withChange('pushResponse', 'results', drop('at')), 'forbidden', 'pushResponse'],
  ['an optional field of a request', withChange('pushRequest', 'batches', add), 'forbidden', 'pushRequest'],
  ['an optional field deep in a request', withChange('pushRequest', 'h', add), 'forbidden', 'pushRequest'],
] as const)('[P18] %s counts as it should', (_what, differences, kind, name) => {
  expect(differences).toEqual({ forbidden: [], allowed: [], [kind]: [name] })
})
