// Why a backup cannot be made or restored. The words are in `commands/words.ts`.

export type BackupProblem =
  /** A file of that name is there already. */
  | { readonly code: 'exists' }
  | { readonly code: 'not-found' }
  | { readonly code: 'not-a-backup' }
  /** It was cut short. */
  | { readonly code: 'incomplete' }
  /** A part is not what was written. */
  | { readonly code: 'damaged'; readonly part: string }
  /** Made by a newer release. */
  | { readonly code: 'newer-backup' }
  /** The database holds work, and nobody said that it may be set aside. */
  | { readonly code: 'has-work' }
