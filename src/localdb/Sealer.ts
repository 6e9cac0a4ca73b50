// The port through which every byte of content enters and leaves the database. Ids, counters, sizes and flags alone stay in the clear.

export interface Sealer {
  /** `aad` binds the sealed bytes to their place (table and key), so a row moved elsewhere does not open. */
  seal(bytes: Uint8Array, aad: string): Promise<Uint8Array>
  /** Rejects with `SealBroken` when the bytes are damaged or belong to another place. */
  open(sealed: Uint8Array, aad: string): Promise<Uint8Array>
}

/** The bytes are not what was sealed at this place. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}
