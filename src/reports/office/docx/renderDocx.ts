// A report as a Word file that an office edits and publishes. The library behind it is large: load this file lazily.
import { Document, Packer, PageOrientation } from 'docx'
import type { ReportDocument, ReportPictures } from '../../ReportDocument.ts'
import { corePropertiesXml } from '../corePropertiesXml.ts'
import { writableText } from '../writableText.ts'
import { bulletNumbering } from './bulletLists.ts'
import { fontTableXml } from './documentFonts.ts'
import { documentStyles } from './documentStyles.ts'
import { pageMargin, pageSize } from './pageMeasures.ts'
import { wordBlocks } from './wordBlocks.ts'
import { wordFooter } from './wordFooter.ts'
import type { PictureBytes } from './wordPictures.ts'

const orientations = { portrait: PageOrientation.PORTRAIT, landscape: PageOrientation.LANDSCAPE } as const

export async function renderDocx(document: ReportDocument, pictures: ReportPictures): Promise<Uint8Array<ArrayBuffer>> {
  const { language, title, orientation } = document
  const bytes = await bytesOf(pictures)
  const file = new Document({
    title: writableText(title),
    styles: documentStyles(language),
    numbering: bulletNumbering(language),
    sections: [
      {
        properties: { page: { size: { ...pageSize, orientation: orientations[orientation] }, margin: pageMargin } },
        footers: { default: wordFooter(document) },
        children: wordBlocks(document, bytes),
      },
    ],
  })
  const packed = await Packer.toArrayBuffer(file, false, [
    { path: 'word/fontTable.xml', data: fontTableXml(language) },
    // The library's own names an author that nobody is.
    { path: 'docProps/core.xml', data: corePropertiesXml(document) },
  ])
  return new Uint8Array(packed)
}

async function bytesOf(pictures: ReportPictures): Promise<PictureBytes> {
  const read = [...pictures].map(async ([sha256, blob]) => [sha256, new Uint8Array(await blob.arrayBuffer())] as const)
  return new Map(await Promise.all(read))
}
