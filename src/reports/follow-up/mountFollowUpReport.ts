// Puts the report into the page as elements, for preview and print alike. Builds no markup from text, so Trusted Types hold.
import type { FollowUpReport } from './FollowUpReport.ts'
import { layOutFollowUpReport } from './layOutFollowUpReport.ts'
import type { ReportNode } from './ReportNode.ts'

/** Margin boxes of a page read these from the root element; followUp.css prints them. */
const PAGE_LABEL = '--report-page-label'
const PAGE_DRAFT_MARK = '--report-page-draft-mark'
const PREVIEW_ZOOM = '--report-preview-zoom'

/** 210 mm in CSS pixels. */
const SHEET_WIDTH = (210 / 25.4) * 96
/** On a narrower screen than this allows, the preview scrolls sideways: smaller text could not be read. */
const SMALLEST_ZOOM = 0.7

/**
 * Replaces what `host` holds by the report and labels the printed pages. Returns how to take everything back.
 * The caller brings followUp.css, gives `host` the class `report-preview`, and prints with `window.print()`.
 */
export function mountFollowUpReport(host: HTMLElement, report: FollowUpReport): () => void {
  const root = host.ownerDocument.documentElement
  host.replaceChildren(createElement(layOutFollowUpReport(report), host.ownerDocument))
  root.style.setProperty(PAGE_LABEL, cssString(report.reportNumber))
  root.style.setProperty(PAGE_DRAFT_MARK, cssString(report.isDraft ? report.draftMark : ''))
  const fitting = new ResizeObserver(() => fitSheet(host))
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
function fitSheet(host: HTMLElement): void {
  const { paddingLeft, paddingRight } = getComputedStyle(host)
  const available = host.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
  const zoom = Math.min(1, Math.max(SMALLEST_ZOOM, available / SHEET_WIDTH))
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
