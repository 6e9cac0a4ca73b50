import { afterEach, beforeEach, expect, test } from 'vitest'
import { aServer, clearLine, type TestServer } from '../../support/sync/aServer.ts'
import { aTablet, type Tablet } from '../../support/sync/aTablet.ts'
import { auditKinds, type AuditDraft } from '../../../src/domain/audit/auditKinds.ts'
import { decideSettle } from '../../../src/domain/audit/decideSettle.ts'
import type { ClassList } from '../../../src/domain/library/ClassList.ts'
import { addedClass, decideDefineClasses } from '../../../src/domain/library/decideClasses.ts'
import { labelOf, libraryStream, organisationEntity, readLibrary } from '../../../src/domain/library/readLibrary.ts'
import { must } from '../../../src/domain/must.ts'
import type { PersonId } from '../../../src/domain/oplog/Dot.ts'
import type { Result } from '../../../src/domain/Result.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'

let server: TestServer
const tablets: Tablet[] = []

beforeEach(async () => {
  server = await aServer()
})

afterEach(async () => {
  for (const tablet of tablets.splice(0)) tablet.close()
  await server.close()
})

async function startedTablet(name: string): Promise<Tablet> {
  const tablet = await aTablet({ name, transport: server.transport(() => clearLine) })
  tablets.push(tablet)
  tablet.engine.start()
  tablet.clock.advance(0)
  await tablet.settled(0)
  return tablet
}

const libraryOf = async ({ db }: Tablet) => readLibrary((await openStream(db, libraryStream, auditKinds)).state)

async function record({ db, device, clock }: Tablet, decided: Result<readonly AuditDraft[], string>): Promise<void> {
  if (!decided.ok) throw new Error(decided.error)
  const at = new Date(clock.now()).toISOString()
  const context = { device, author: `person-${device}` as PersonId, at, offset: null, salt: () => `salt-${device}` }
  await recordOperations(db, { source: 'local', stream: libraryStream, drafts: decided.value, context })
}

async function define(tablet: Tablet, change: (classes: ClassList) => ClassList): Promise<void> {
  const library = await libraryOf(tablet)
  await record(tablet, decideDefineClasses(library, 'findingClasses', change(library.findingClasses)))
}

const offeredBy = async (tablet: Tablet) =>
  (await libraryOf(tablet)).findingClasses.filter(({ isActive }) => isActive).map(({ ja }) => ja)

test('[L4] two tablets define the classes while apart: both lists stand on both until a person chooses, and no name is lost', async () => {
  const [a, b] = [await startedTablet('tablet-a'), await startedTablet('tablet-b')]
  await define(a, (classes) => addedClass(classes, { ja: '指導', en: 'Guidance' }, 'a'))
  await define(b, (classes) => addedClass(classes, { ja: '要望', en: 'Wish' }, 'b'))
  for (const tablet of [a, b, a]) await tablet.sync()
  for (const tablet of [a, b]) {
    expect((await libraryOf(tablet)).registers.findingClasses.values).toHaveLength(2)
    expect((await offeredBy(tablet)).sort()).toEqual(['意見', '指導', '指摘', '要望'].sort())
  }

  const { findingClasses: register } = (await libraryOf(b)).registers
  const chosen = must(
    register.values.find(({ device }) => device === a.device),
    'the version of a',
  )
  await record(b, decideSettle(organisationEntity, register, chosen.content))
  for (const tablet of [b, a]) await tablet.sync()
  for (const tablet of [a, b]) {
    const { registers, findingClasses } = await libraryOf(tablet)
    expect(registers.findingClasses.values).toHaveLength(1)
    expect(await offeredBy(tablet)).toEqual(['指摘', '意見', '指導'])
    expect(labelOf(findingClasses, 'own-b', 'ja')).toBe('要望')
  }
})
