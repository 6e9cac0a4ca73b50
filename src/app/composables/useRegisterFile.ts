// A chosen register: its bytes, its rows, which row is the header and what each column is. Reads anew when a person chooses otherwise.
import { computed, shallowRef } from 'vue'
import { readTableAway, type ReadingRefusal } from './readTableAway.ts'
import { readRegisterMapping, writeRegisterMapping } from '../../device/registerMappings.ts'
import { sha256 } from '../../device/sha256.ts'
import type { RosterKind } from '../../domain/template/Template.ts'
import { columnLabels } from '../../interchange/roster/columnLabels.ts'
import { columnRoles, soleRoles, type ColumnRole } from '../../interchange/roster/ColumnRole.ts'
import { findHeader } from '../../interchange/roster/findHeader.ts'
import { guessColumns } from '../../interchange/roster/guessColumns.ts'
import type { HeaderSpan } from '../../interchange/roster/headerSpan.ts'
import { headerSignature } from '../../interchange/roster/headerSignature.ts'
import { readRosterRows } from '../../interchange/roster/readRosterRows.ts'
import type { ReadingChoice, Table } from '../../interchange/Table.ts'
import { tableLimits } from '../../interchange/tableLimits.ts'

interface Reading {
  readonly name: string
  readonly bytes: Uint8Array
  readonly table: Table
}

interface Mapping {
  readonly header: HeaderSpan | undefined
  readonly roles: readonly ColumnRole[]
  /** The roles are those of an earlier import of the same form. */
  readonly isRemembered: boolean
}

export function useRegisterFile(roster: () => RosterKind) {
  const reading = shallowRef<Reading>()
  const mapping = shallowRef<Mapping>({ header: undefined, roles: [], isRemembered: false })
  const labels = computed(() => (reading.value ? columnLabels(reading.value.table, mapping.value.header) : []))
  const form = () => sha256(headerSignature(roster(), labels.value))

  /** Undefined once read, else why not. */
  async function choose(file: File): Promise<ReadingRefusal | 'unreadable' | undefined> {
    if (file.size > tableLimits.fileBytes) return 'file-too-large'
    const bytes = await bytesOf(file)
    return bytes === undefined ? 'unreadable' : read(file.name, bytes, {})
  }

  async function readAgain(choice: ReadingChoice): Promise<ReadingRefusal | undefined> {
    return reading.value && read(reading.value.name, reading.value.bytes, choice)
  }

  async function read(name: string, bytes: Uint8Array, choice: ReadingChoice): Promise<ReadingRefusal | undefined> {
    const answer = await readTableAway({ bytes, choice })
    if (!answer.ok) return answer.error
    reading.value = { name, bytes, table: answer.value }
    setHeader(findHeader(roster(), answer.value))
    return undefined
  }

  function setHeader(header: HeaderSpan | undefined): void {
    const table = reading.value?.table
    if (table === undefined) return
    const { roles: guessed } = guessColumns(roster(), columnLabels(table, header))
    // Without a header nothing is known: a list of numbers is the commonest such file.
    const roles: readonly ColumnRole[] =
      header === undefined ? guessed.map((_, column) => (column === 0 ? 'tag' : 'detail')) : guessed
    mapping.value = { header, roles, isRemembered: false }
    const remembered = header === undefined ? undefined : rolesOf(readRegisterMapping(form()))
    if (remembered?.length === table.columns) mapping.value = { header, roles: remembered, isRemembered: true }
  }

  /** A role that one column at most can have leaves the column that had it. */
  function setRole(column: number, role: ColumnRole): void {
    const isSole = soleRoles.some((sole) => sole === role)
    const roles = mapping.value.roles.map((before, at) =>
      at === column ? role : isSole && before === role ? 'detail' : before,
    )
    mapping.value = { ...mapping.value, roles, isRemembered: false }
  }

  return {
    reading,
    mapping,
    labels,
    rows: computed(() => reading.value && readRosterRows(reading.value.table, { roster: roster(), ...mapping.value })),
    choose,
    readAgain,
    setHeader,
    setRole,
    remember: () => writeRegisterMapping(form(), mapping.value.roles),
    forget: () => (reading.value = undefined),
  }
}

function rolesOf(stored: readonly string[] | undefined): readonly ColumnRole[] | undefined {
  const roles = stored?.flatMap((role) => columnRoles.find((known) => known === role) ?? [])
  return roles?.length === stored?.length ? roles : undefined
}

/** Undefined where the file is gone or may not be read. */
async function bytesOf(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return undefined
  }
}
