// Text inside XML: a person's text can end no element and no attribute.
import { writableText } from './writableText.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeXml(text: string): string {
  return writableText(text).replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}
