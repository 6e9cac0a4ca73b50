// The four label lines above the table, in the order of the published form.

export const headerFields = ['report-number', 'subject', 'unit', 'notice'] as const
export type HeaderField = (typeof headerFields)[number]
