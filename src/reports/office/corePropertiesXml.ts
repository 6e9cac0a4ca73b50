// What a Word or Excel file says about itself: title and language. No name of a person and no time: whoever publishes it is its author.
import type { ReportDocument } from '../ReportDocument.ts'
import { escapeXml } from './escapeXml.ts'

export function corePropertiesXml({ title, language }: ReportDocument): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`
  )
}
