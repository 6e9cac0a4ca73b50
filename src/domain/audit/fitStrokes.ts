// A drawn signature as it is recorded: whole points inside the box, and so few of them that it stays one operation.
import { mostSignatureNumbers, mostStrokeNumbers, mostStrokes, signatureBox } from './reviewKinds.ts'

/** Each stroke a list of x and y in turn. */
export type Strokes = readonly (readonly number[])[]

/** Leaves out every so-manyeth point of a signature that has too many, never its first or last; its form stays. */
export function fitStrokes(strokes: Strokes): Strokes {
  const drawn = strokes
    .slice(0, mostStrokes)
    .map(wholePoints)
    .filter((stroke) => stroke.length > 0)
  const all = drawn.reduce((sum, stroke) => sum + stroke.length, 0)
  const longest = Math.max(0, ...drawn.map((stroke) => stroke.length))
  const step = Math.ceil(Math.max((all / mostSignatureNumbers) * 2, longest / mostStrokeNumbers, 1))
  return step === 1 ? drawn : drawn.map((stroke) => everyNth(stroke, step))
}

function wholePoints(stroke: readonly number[]): readonly number[] {
  const points: number[] = []
  for (let index = 0; index + 1 < stroke.length; index += 2)
    points.push(inside(stroke[index], signatureBox.width), inside(stroke[index + 1], signatureBox.height))
  return points
}

function inside(value: number | undefined, most: number): number {
  return Math.min(most, Math.max(0, Math.round(value ?? 0)))
}

function everyNth(stroke: readonly number[], step: number): readonly number[] {
  const last = stroke.length / 2 - 1
  return stroke.filter((_, index) => {
    const point = Math.floor(index / 2)
    return point % step === 0 || (point === last && last < mostStrokeNumbers / 2)
  })
}
