// How a sheet is printed: A4, as wide as the page, as many pages long as it needs, numbered like the report itself.
import type { ReportDocument } from '../../ReportDocument.ts'
import { escapeXml } from '../escapeXml.ts'

const inch = 25.4
const a4 = '9'

export function pageXml({ orientation, pageLabel, isDraft, draftMark }: ReportDocument): string {
  const side = (13 / inch).toFixed(3)
  const [top, bottom, edge] = [15 / inch, 16 / inch, 8 / inch].map((length) => length.toFixed(3))
  const foot = `&L&9${literal(pageLabel)}&C&9&P / &N&R&9${literal(isDraft ? draftMark : '')}`
  return (
    '<printOptions horizontalCentered="1"/>' +
    `<pageMargins left="${side}" right="${side}" top="${String(top)}" bottom="${String(bottom)}" header="${String(edge)}" footer="${String(edge)}"/>` +
    `<pageSetup paperSize="${a4}" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${escapeXml(foot)}</oddFooter></headerFooter>`
  )
}

/** An ampersand begins a code; digits right after a size would belong to it. */
function literal(text: string): string {
  return ` ${text.replaceAll('&', '&&')}`.trimEnd()
}
