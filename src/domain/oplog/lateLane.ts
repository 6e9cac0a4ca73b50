// Which operations wait behind a sign-off. A pure function of the operations known, so every tablet holds back the same ones [M6] [M14].
import { formatDot, isDeviceId, splitDot, type DeviceId, type Dot, type EntityId } from './Dot.ts'
import { isCovered, type SignOff } from './SignOff.ts'
import type { Placement, StreamState } from './StreamState.ts'

/** The entity in whose register a late operation's placement stands. */
export function lateEntity(dot: Dot): EntityId {
  const { device, n } = splitDot(dot)
  return `late:${device}.${String(n)}` as EntityId
}

/** The late operation behind such an id; undefined for ids of another form. */
export function lateDotOf(entity: EntityId): Dot | undefined {
  const match = /^late:([A-Za-z0-9_-]+)\.([1-9][0-9]{0,14})$/.exec(entity)
  const device = match?.[1]
  return device !== undefined && isDeviceId(device) ? formatDot(device, Number(match?.[2])) : undefined
}

/** No reopening and no later sign-off has superseded it. */
function isInForce(state: StreamState, signOff: SignOff): boolean {
  return state.entities.get(signOff.entity)?.superseded.has(signOff.dot) !== true
}

export interface Place {
  readonly dot: Dot
  readonly device: DeviceId
  readonly n: number
}

/**
 * Tells of operations of sealed kinds whether they are held back; made once for many, after the acts among them were taken in.
 * Set aside: whatever some sign-off had not seen. Waiting: whatever a sign-off in force had not seen.
 */
export function createHolder(state: StreamState): (operation: Place) => boolean {
  const everSigned = [...state.signOffs.values()]
  const inForce = everSigned.filter((signOff) => isInForce(state, signOff))
  return (operation) => {
    const placement = state.placed.get(operation.dot)
    if (placement === 'taken') return false
    const signed = placement === 'set-aside' ? everSigned : inForce
    return signed.some((signOff) => !isCovered(signOff, operation))
  }
}

/** Acts of one batch that the state did not know yet. */
export interface FreshActs {
  readonly signOffs: readonly SignOff[]
  readonly setAside: readonly Dot[]
}

/**
 * Whether what was folded before holds an operation that these acts hold back. Nothing can be un-folded, so the caller then folds
 * the whole log again. Called before the batch's other operations are folded. May say yes where a kind that is not sealed is all
 * there is; a fold from the beginning never does.
 */
export function capturesFolded(state: StreamState, fresh: FreshActs): boolean {
  const unseen = (signOff: SignOff) => [...state.heads].some(([device, n]) => !isCovered(signOff, { device, n }))
  if (fresh.signOffs.some((signOff) => isInForce(state, signOff) && unseen(signOff))) return true
  const aside = fresh.signOffs.length > 0 ? asideOf(state) : fresh.setAside
  const isHeld = createHolder(state)
  return aside.some((dot) => {
    const place = { dot, ...splitDot(dot) }
    const isFolded = (state.heads.get(place.device) ?? 0) >= place.n
    return isFolded && !state.late.has(dot) && !state.opaque.has(dot) && isHeld(place)
  })
}

function asideOf(state: StreamState): readonly Dot[] {
  return [...state.placed].flatMap(([dot, placement]) => (placement === 'set-aside' ? [dot] : []))
}

/** True where the decision is news. Reflecting loses nothing, so it outlasts a setting aside made elsewhere [M16]. */
export function place(state: StreamState, dot: Dot, placement: Placement): boolean {
  const known = state.placed.get(dot)
  if (known === placement || known === 'taken') return false
  state.placed.set(dot, placement)
  return true
}
