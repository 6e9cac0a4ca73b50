// Which stream of which organisation: the first two columns of every key.
export interface StreamAddress {
  readonly organisation: string
  readonly stream: string
}
