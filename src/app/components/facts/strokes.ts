// A signature as it is written: strokes of whole points in the contract's box, x and y in turn, never more than the log takes.
import {
  mostSignatureNumbers,
  mostStrokeNumbers,
  mostStrokes,
  signatureBox,
} from '../../../domain/audit/reviewKinds.ts'

export type Stroke = readonly number[]

export interface PenPoint {
  readonly x: number
  readonly y: number
}

/** Closer than this to the last point, a point adds nothing that the eye sees. In units of the box. */
const leastStep = 4

/** Where a pointer is in the box, from where it is in the pad on the screen. */
export function pointInBox(at: PenPoint, pad: DOMRectReadOnly): PenPoint {
  const within = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)))
  return {
    x: within(((at.x - pad.left) / pad.width) * signatureBox.width, signatureBox.width),
    y: within(((at.y - pad.top) / pad.height) * signatureBox.height, signatureBox.height),
  }
}

/** The stroke with one more point; itself where the pen has hardly moved or the stroke is full. */
export function withPoint(stroke: Stroke, { x, y }: PenPoint): Stroke {
  const [lastX, lastY] = stroke.slice(-2)
  const isFull = stroke.length + 2 > mostStrokeNumbers
  const isNear =
    lastX !== undefined && lastY !== undefined && Math.abs(x - lastX) < leastStep && Math.abs(y - lastY) < leastStep
  return isFull || isNear ? stroke : [...stroke, x, y]
}

/** The strokes with one more; themselves where no more can be kept. */
export function withStroke(strokes: readonly Stroke[], stroke: Stroke): readonly Stroke[] {
  const numbers = strokes.reduce((sum, { length }) => sum + length, stroke.length)
  return strokes.length >= mostStrokes || numbers > mostSignatureNumbers ? strokes : [...strokes, stroke]
}

/** As an SVG path; a dot where the pen did not move. */
export function pathOf(stroke: Stroke): string {
  const points: string[] = []
  for (let index = 0; index + 1 < stroke.length; index += 2)
    points.push(`${String(stroke[index])} ${String(stroke[index + 1])}`)
  return points.length === 0 ? '' : `M${points.length === 1 ? [...points, ...points].join('L') : points.join('L')}`
}
