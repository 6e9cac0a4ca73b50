// What an incident screen says, in one language. No `t()`: these words must be there when nothing else could be loaded.

/** What can keep the app from working with what this tablet has stored. */
export const incidentKinds = [
  /** The browser has thrown everything away: by hand, or to make room. */
  'cleared',
  /** It opens, but what says which device this is cannot be read. */
  'damaged',
  'cannot-open',
  /** The connection died, and loading anew did not bring it back. */
  'connection-lost',
  'disk-full',
  'quota-exceeded',
  /** An old tab keeps the storage from being upgraded. */
  'blocked',
  'newer-database',
  /** Private browsing, or storage switched off. */
  'refused',
  /** A part of the app itself could not be loaded. */
  'unfinished',
] as const

export type IncidentKind = (typeof incidentKinds)[number]

/** What a person can do on the screen. */
export const incidentWays = ['reload', 'continue', 'export', 'import', 'begin-anew'] as const
export type IncidentWay = (typeof incidentWays)[number]

/** How what was chosen went, where there is something to say about it. */
export type IncidentOutcome = { readonly exported: number } | 'nothing-to-export' | 'export-failed'

export interface IncidentText {
  readonly title: string
  readonly what: string
  readonly safe: readonly string[]
  readonly todo: string
}

export interface IncidentWords {
  readonly appName: string
  readonly safeTitle: string
  readonly todoTitle: string
  readonly details: string
  readonly ways: Readonly<Record<IncidentWay, string>>
  /** Said below a way that is not the main one, where its name alone could frighten. */
  readonly notes: Readonly<Partial<Record<IncidentWay, string>>>
  readonly kinds: Readonly<Record<IncidentKind, IncidentText>>
  readonly loss: {
    readonly title: string
    readonly onServer: string
    readonly onlyHere: string
    readonly counting: string
    readonly unknown: string
    readonly entries: (count: number) => string
  }
  readonly exported: (count: number) => string
  readonly nothingToExport: string
  readonly exportFailed: string
  readonly beginAnew: { readonly question: string; readonly yes: string; readonly no: string }
}
