// The reports of an audit, in the order in which they are offered; the first is the one that is published.

export const reportKinds = ['follow-up', 'findings', 'working-paper', 'exit'] as const
export type ReportKind = (typeof reportKinds)[number]
