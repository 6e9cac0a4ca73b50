// How far a stream went in a dump.
import type { StreamAddress } from './StreamAddress.ts'

export interface DumpedStream extends StreamAddress {
  readonly head: number
}
