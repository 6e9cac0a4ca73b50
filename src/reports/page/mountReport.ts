// Puts a report into the page as elements, for preview and print alike. Builds no markup from text, so Trusted Types hold.
import type { ReportDocument } from '../ReportDocument.ts'
import type { ReportNode } from './ReportNode.ts'

/** Margin boxes of a page read these from the root element; sheet.css prints them. */
const PAGE_LABEL = '--report-page-label'
const PAGE_DRAFT_MARK = '--report-page-draft-mark'
const PREVIEW_ZOOM = '--report-preview-zoom'

const pixelsPerMillimetre = 96 / 25.4
/** Of A4. */
const sheetWidth = { portrait: 210, landscape: 297 } as const
/** On a narrower screen than this allows, the preview scrolls sideways: smaller text could not be read. */
const SMALLEST_ZOOM = 0.7

/** A report laid out, with what stands on every page of it. */
export interface MountableReport {
  readonly tree: ReportNode
  readonly pageLabel: string
  readonly draftMark: string
  readonly isDraft: boolean
  readonly orientation: ReportDocument['orientation']
}

/**
 * Replaces what `host` holds by the report and labels the printed pages. Returns how to take everything back.
 * The caller brings the report's style sheets, gives `host` the class `report-preview`, and prints with `window.print()`.
 */
export function mountReport(host: HTMLElement, report: MountableReport): () => void {
  const root = host.ownerDocument.documentElement
  host.replaceChildren(createElement(report.tree, host.ownerDocument))
  root.style.setProperty(PAGE_LABEL, cssString(report.pageLabel))
  root.style.setProperty(PAGE_DRAFT_MARK, cssString(report.isDraft ? report.draftMark : ''))
  const width = sheetWidth[report.orientation] * pixelsPerMillimetre
  const fitting = new ResizeObserver(() => fitSheet(host, width))
  fitting.observe(host)
  return () => {
    fitting.disconnect()
    host.replaceChildren()
    host.style.removeProperty(PREVIEW_ZOOM)
    root.style.removeProperty(PAGE_LABEL)
    root.style.removeProperty(PAGE_DRAFT_MARK)
  }
}

/** Scales the sheet to its host, so that lines break on a tablet as they do on paper. Print ignores it. */
function fitSheet(host: HTMLElement, sheet: number): void {
  const { paddingLeft, paddingRight } = getComputedStyle(host)
  const available = host.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
  const zoom = Math.min(1, Math.max(SMALLEST_ZOOM, available / sheet))
  host.style.setProperty(PREVIEW_ZOOM, zoom.toFixed(3))
}

function createElement(tree: ReportNode, document: Document): HTMLElement {
  const element = document.createElement(tree.tag)
  for (const [name, value] of Object.entries(tree.attributes)) element.setAttribute(name, value)
  element.append(...tree.children.map((child) => (typeof child === 'string' ? child : createElement(child, document))))
  return element
}

/** A text as a CSS string: quotes and backslashes escaped, line breaks as the escape that CSS knows. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\]/g, String.raw`\$&`).replace(/[\n\r\f]+/g, String.raw`\a `)}"`
}
