// The foot of every page: the report's number, the page among all pages, and 案 while it is a draft.
import { Footer, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import type { ReportDocument } from '../../ReportDocument.ts'
import { textWidth } from './pageMeasures.ts'
import { styleIds } from './styleIds.ts'
import { wordText } from './wordText.ts'

export function wordFooter({ pageLabel, isDraft, draftMark, orientation }: ReportDocument): Footer {
  const right = textWidth(orientation)
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.footer,
        tabStops: [
          { type: TabStopType.CENTER, position: Math.round(right / 2) },
          { type: TabStopType.RIGHT, position: right },
        ],
        children: [
          ...wordText(pageLabel),
          new TextRun({ children: [new Tab(), PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES, new Tab()] }),
          ...wordText(isDraft ? draftMark : ''),
        ],
      }),
    ],
  })
}
