// Marks on a copy of a picture. Places are fractions of its width and height, so that they fit the screen and the file alike.

export const markTools = ['arrow', 'box', 'text', 'blur'] as const
export type MarkTool = (typeof markTools)[number]

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Mark {
  readonly tool: MarkTool
  /** Where it was begun: an arrow's tail, a corner, where a text begins. */
  readonly from: Point
  readonly to: Point
  /** Of a text; empty for the others. */
  readonly text: string
}

/** A slip of the finger is no mark. */
const leastLength = 0.01

export function isDrawn({ tool, from, to, text }: Mark): boolean {
  if (tool === 'text') return text.trim() !== ''
  const [across, down] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
  return tool === 'arrow' ? Math.hypot(across, down) > leastLength : across > leastLength && down > leastLength
}

/** In the middle, for those who do not draw: moved and sized by the arrow keys or the buttons. */
export function markInMiddle(tool: MarkTool, text: string): Mark {
  return { tool, text, from: { x: 0.4, y: 0.4 }, to: { x: 0.6, y: 0.6 } }
}

/** Stays on the picture. */
export function moveMark(mark: Mark, by: Point): Mark {
  const x = clampedStep([mark.from.x, mark.to.x], by.x)
  const y = clampedStep([mark.from.y, mark.to.y], by.y)
  const moved = (point: Point) => ({ x: point.x + x, y: point.y + y })
  return { ...mark, from: moved(mark.from), to: moved(mark.to) }
}

export function resizeMark(mark: Mark, by: Point): Mark {
  const within = (value: number) => Math.min(1, Math.max(0, value))
  return { ...mark, to: { x: within(mark.to.x + by.x), y: within(mark.to.y + by.y) } }
}

function clampedStep(values: readonly number[], step: number): number {
  return Math.min(1 - Math.max(...values), Math.max(-Math.min(...values), step))
}
