// The unit's findings as its filters leave them, with what each filter would show.
import type { StateFilter } from '../components/unit/UnitState.ts'
import type { UnitGroup, UnitRow } from '../components/unit/UnitRow.ts'

export interface FilteredGroups {
  readonly groups: readonly UnitGroup[]
  /** Every unit that has findings, in the order of their names. */
  readonly units: readonly string[]
  /** Of the chosen unit. */
  readonly counts: Readonly<Record<StateFilter, number>>
}

/** `unit` empty: all units. Groups without a row that fits are left out. */
export function filterUnitGroups(
  groups: readonly UnitGroup[],
  { unit, state }: { readonly unit: string; readonly state: StateFilter },
): FilteredGroups {
  const ofUnit = groups.filter((group) => unit === '' || group.unit === unit)
  const rows = ofUnit.flatMap((group) => group.rows)
  const count = (each: StateFilter) => rows.filter((row) => fits(row, each)).length
  return {
    groups: ofUnit
      .map((group) => ({ ...group, rows: group.rows.filter((row) => fits(row, state)) }))
      .filter((group) => group.rows.length > 0),
    units: [...new Set(groups.map((group) => group.unit).filter((name) => name !== ''))].sort(),
    counts: {
      all: rows.length,
      unanswered: count('unanswered'),
      draft: count('draft'),
      submitted: count('submitted'),
      returned: count('returned'),
      verified: count('verified'),
    },
  }
}

function fits(row: UnitRow, state: StateFilter): boolean {
  return state === 'all' || row.state === state
}
