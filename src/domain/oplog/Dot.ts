// The name of one operation: which device wrote it, and as its how-manyeth of the stream.

export type DeviceId = string & { readonly __brand: 'DeviceId' }
export type StreamId = string & { readonly __brand: 'StreamId' }
export type PersonId = string & { readonly __brand: 'PersonId' }
/** `type` or `type:rest`; the type in front tells which kinds may write it. */
export type EntityId = string & { readonly __brand: 'EntityId' }
/** `device:n`, n from 1 without gaps per device and stream [M1]. */
export type Dot = string & { readonly __brand: 'Dot' }

// Ids are made of URL-safe characters so that they can stand in addresses, file names and dots without escaping.
const idPattern = /^[A-Za-z0-9_-]{1,64}$/
const entityPattern = /^[a-z-]{1,32}(:[A-Za-z0-9_./-]{1,160})?$/
const dotPattern = /^[A-Za-z0-9_-]{1,64}:[1-9][0-9]{0,14}$/

export function isDeviceId(value: string): value is DeviceId {
  return idPattern.test(value)
}

export function isStreamId(value: string): value is StreamId {
  return idPattern.test(value)
}

export function isPersonId(value: string): value is PersonId {
  return idPattern.test(value)
}

export function isEntityId(value: string): value is EntityId {
  return entityPattern.test(value)
}

export function isDot(value: string): value is Dot {
  return dotPattern.test(value)
}

export function formatDot(device: DeviceId, n: number): Dot {
  return `${device}:${String(n)}` as Dot
}

export function splitDot(dot: Dot): { readonly device: DeviceId; readonly n: number } {
  const colon = dot.indexOf(':')
  return { device: dot.slice(0, colon) as DeviceId, n: Number(dot.slice(colon + 1)) }
}

/** Orders dots by device, then by n: an order for display and canonical output, never for deciding who wins. */
export function compareDots(a: Dot, b: Dot): number {
  const [left, right] = [splitDot(a), splitDot(b)]
  if (left.device !== right.device) return left.device < right.device ? -1 : 1
  return left.n - right.n
}
