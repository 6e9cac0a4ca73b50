// Draws marks, on the screen and into the copy alike. What is blurred is drawn from a few averages: the rest is not in the copy any more.
import type { Mark } from './Mark.ts'

/** In the file and not on the screen: the same in every theme, and read on any picture by its white edge. */
const ink = '#c43b22'
const edge = '#ffffff'
/** Of the picture's longer side. */
const strokePart = 0.006
const textPart = 0.034
/** Cells along a blurred region's longer side. More, and short numbers could be guessed from them. */
const mostCells = 8

/** The picture as it is, without marks. */
export type MarkedPicture = HTMLCanvasElement

interface Drawing {
  readonly context: CanvasRenderingContext2D
  readonly width: number
  readonly height: number
  /** Of a line, in pixels. */
  readonly stroke: number
  readonly picture: MarkedPicture
}

/** Onto a canvas of any size that shows the whole picture. */
export function drawMarks(canvas: HTMLCanvasElement, picture: MarkedPicture, marks: readonly Mark[]): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  const { width, height } = canvas
  const stroke = Math.max(2, Math.max(width, height) * strokePart)
  const drawing = { context, width, height, stroke, picture }
  // What is hidden stays under everything else.
  for (const mark of marks.filter(({ tool }) => tool === 'blur')) drawBlur(drawing, mark)
  for (const mark of marks) drawMark(drawing, mark)
}

function drawMark(drawing: Drawing, mark: Mark): void {
  if (mark.tool === 'box') drawLine(drawing, boxPath(drawing, mark))
  if (mark.tool === 'arrow') drawLine(drawing, arrowPath(drawing, mark))
  if (mark.tool === 'text') drawText(drawing, mark)
}

function drawLine({ context, stroke }: Drawing, path: Path2D): void {
  context.lineJoin = 'round'
  context.lineCap = 'round'
  context.strokeStyle = edge
  context.lineWidth = stroke * 2
  context.stroke(path)
  context.strokeStyle = ink
  context.lineWidth = stroke
  context.stroke(path)
}

function boxPath(drawing: Drawing, mark: Mark): Path2D {
  const { left, top, across, down } = regionOf(drawing, mark)
  const path = new Path2D()
  path.rect(left, top, across, down)
  return path
}

function arrowPath({ width, height, stroke }: Drawing, { from, to }: Mark): Path2D {
  const [x, y] = [to.x * width, to.y * height]
  const angle = Math.atan2(y - from.y * height, x - from.x * width)
  const path = new Path2D()
  path.moveTo(from.x * width, from.y * height)
  path.lineTo(x, y)
  for (const side of [-1, 1]) {
    const wing = angle + Math.PI + side * (Math.PI / 7)
    path.moveTo(x, y)
    path.lineTo(x + Math.cos(wing) * stroke * 5, y + Math.sin(wing) * stroke * 5)
  }
  return path
}

function drawText({ context, width, height }: Drawing, { from, text }: Mark): void {
  const size = Math.max(12, Math.max(width, height) * textPart)
  context.font = `700 ${String(Math.round(size))}px ${getComputedStyle(document.body).fontFamily}`
  context.textBaseline = 'middle'
  const across = context.measureText(text).width + size * 0.6
  // All of it stays on the picture where it has room there.
  const left = Math.max(0, Math.min(from.x * width, width - across))
  const top = Math.max(0, Math.min(from.y * height, height - size * 1.5))
  context.fillStyle = ink
  context.fillRect(left, top, across, size * 1.5)
  context.fillStyle = edge
  context.fillText(text, left + size * 0.3, top + size * 0.78)
}

function drawBlur({ context, width, height, picture }: Drawing, mark: Mark): void {
  const { left, top, across, down } = regionOf({ width, height }, mark)
  if (across < 1 || down < 1) return
  const cell = Math.max(across, down) / mostCells
  const few = document.createElement('canvas')
  few.width = Math.max(1, Math.round(across / cell))
  few.height = Math.max(1, Math.round(down / cell))
  const [x, y] = [picture.width / width, picture.height / height]
  const averages = few.getContext('2d')
  if (averages !== null) averages.imageSmoothingQuality = 'high'
  averages?.drawImage(picture, left * x, top * y, across * x, down * y, 0, 0, few.width, few.height)
  context.imageSmoothingEnabled = false
  context.drawImage(few, left, top, across, down)
  context.imageSmoothingEnabled = true
}

interface Region {
  readonly left: number
  readonly top: number
  readonly across: number
  readonly down: number
}

/** Whole pixels: at a half one the picture beneath would shine through. */
function regionOf({ width, height }: Pick<Drawing, 'width' | 'height'>, { from, to }: Mark): Region {
  const left = Math.floor(Math.min(from.x, to.x) * width)
  const top = Math.floor(Math.min(from.y, to.y) * height)
  return {
    left,
    top,
    across: Math.ceil(Math.max(from.x, to.x) * width) - left,
    down: Math.ceil(Math.max(from.y, to.y) * height) - top,
  }
}
