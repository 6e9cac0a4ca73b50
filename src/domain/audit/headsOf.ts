// What the author of an order-sensitive act has seen of every device, as the act cites it [M15].
import type { Heads } from '../oplog/SignOff.ts'
import type { StreamState } from '../oplog/StreamState.ts'

/** In the order of device ids, so that the same sight is the same text. */
export function headsOf(state: StreamState): Heads {
  return [...state.heads].map(([device, n]) => ({ device, n })).sort((a, b) => (a.device < b.device ? -1 : 1))
}
