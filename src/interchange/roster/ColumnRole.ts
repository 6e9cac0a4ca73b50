// What a column of a register becomes in a list of this audit.

/** `tag`: the number by which the list knows an item. `detail`: kept beside it under the column's own header. */
export const columnRoles = ['tag', 'serial', 'name', 'detail', 'skip'] as const
export type ColumnRole = (typeof columnRoles)[number]

/** Roles that one column at most can have. */
export const soleRoles = ['tag', 'serial', 'name'] as const
export type SoleRole = (typeof soleRoles)[number]
