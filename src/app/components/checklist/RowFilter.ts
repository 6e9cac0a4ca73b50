// Which questions are shown. The first three always stand as buttons, the others behind one of their own.

export const mainFilters = ['all', 'unanswered', 'failing'] as const
export const furtherFilters = ['noted', 'evidence', 'conflict'] as const
export const rowFilters = [...mainFilters, ...furtherFilters] as const
export type RowFilter = (typeof rowFilters)[number]
