// The text of a printed PDF without white space, page by page, as a reader finds it: line breaks inside a column do not matter.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The font maps some glyphs back to Kangxi radicals: ⽇ is read for 日. */
const radicals = /[\u2e80-\u2fdf]/g
/** … and others to signs that are drawn alike. */
const twins: Readonly<Record<string, string>> = { '〜': '～', '‧': '・' }

export async function readPdfText(pdf: Uint8Array): Promise<readonly string[]> {
  // Strict eval rules and fonts do not matter for text.
  const document = await getDocument({ data: new Uint8Array(pdf), isEvalSupported: false, verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    const read = text.replace(/\s/g, '').replace(radicals, (radical) => radical.normalize('NFKC'))
    pages.push(read.replace(/[〜‧]/g, (sign) => twins[sign] ?? sign))
  }
  await document.destroy()
  return pages
}
