// A sign-off as the log sees it: which operations its author had seen. What it did not see waits in the late lane [M14].
import { isDeviceId, type DeviceId, type Dot, type EntityId } from './Dot.ts'
import type { FoldableOperation } from './Operation.ts'
import { branded, integer, listOf, shape, type Parsed } from '../parse/Parser.ts'

/** More devices than ever write in one audit. */
const mostDevices = 500

/** The highest n of every device whose operations the author had seen. */
export const parseHeads = listOf(shape({ device: branded(isDeviceId), n: integer(1) }), mostDevices)
export type Heads = Parsed<typeof parseHeads>

/** Every order-sensitive act cites heads, whatever else its body holds. */
const citing = shape({ heads: parseHeads })

/** Undefined where the body cites none. */
export function citedHeads(body: unknown): ReadonlyMap<DeviceId, number> | undefined {
  const cited = citing(body)?.heads
  return cited && new Map(cited.map(({ device, n }) => [device, n]))
}

export interface SignOff {
  readonly dot: Dot
  readonly device: DeviceId
  readonly n: number
  /** What was signed off: the entity in whose register the sign-off stands. */
  readonly entity: EntityId
  readonly heads: ReadonlyMap<DeviceId, number>
}

/** Whether the signer had seen an operation. Its own device's earlier ones it had, cited or not: they are in its chain. */
export function isCovered(signOff: SignOff, { device, n }: { readonly device: DeviceId; readonly n: number }): boolean {
  return n <= (device === signOff.device ? signOff.n : (signOff.heads.get(device) ?? 0))
}

/**
 * Whether an order-sensitive act saw everything that the log holds: `log` is the highest n of each device in it. The server takes
 * the act only then [M15]; later operations of the act's own device do not count, its chain puts them behind it.
 */
export function coversHeads(
  act: Pick<FoldableOperation, 'device' | 'body'>,
  log: ReadonlyMap<DeviceId, number>,
): boolean {
  const heads = citedHeads(act.body)
  if (heads === undefined) return false
  return [...log].every(([device, n]) => device === act.device || n <= (heads.get(device) ?? 0))
}
