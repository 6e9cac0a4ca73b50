// The files a report can be saved as; CSV for today's Excel and for older systems of an office.

export const reportFormats = ['docx', 'xlsx', 'csv', 'csv-cp932'] as const
export type ReportFormat = (typeof reportFormats)[number]
