// What an exported file holds, in words, before anything of it is imported.

export interface ImportedAudit {
  readonly id: string
  readonly name: string
  readonly entries: number
  /** How many of them the server has already; null where it could not be asked. */
  readonly onServer: number | null
}

export interface ImportedDraft {
  readonly id: string
  /** Such as: A04 所見. */
  readonly place: string
  readonly audit: string
  readonly text: string
  /** ISO instant of the writing tablet's clock. */
  readonly changedAt: string
  /** `occupied`: a text in progress of this tablet stands in the same place. */
  readonly state: 'free' | 'occupied' | 'taken'
}

export interface ImportView {
  readonly fileName: string
  readonly person: string | undefined
  /** ISO instant of the exporting tablet's clock. */
  readonly exportedAt: string
  readonly audits: readonly ImportedAudit[]
  readonly entries: number
  /** Evidence files beside the entries. */
  readonly evidence: number
  readonly drafts: readonly ImportedDraft[]
  /** Pieces that the exporting tablet itself could not read any more. */
  readonly damaged: number
  /** Runs whose signature or form does not hold: they are left out. */
  readonly unusable: number
}
