// Paragraphs where a file knows none: one line of text each, marks and indents typed out.
import type { Language } from '../../domain/template/Localised.ts'
import type { Paragraph } from '../ReportDocument.ts'
import { writableText } from './writableText.ts'

const bulletMark: Readonly<Record<Language, string>> = { ja: '・', en: '• ' }

export function printedLine({ text, isBullet, indent }: Paragraph, language: Language): string {
  if (isBullet) return writableText(bulletMark[language] + text)
  return writableText(language === 'ja' && indent === 1 ? `\u3000${text}` : text)
}

/** Pieces of a short text that a narrow column cuts, as one text again. */
export function joinPieces(pieces: readonly string[], language: Language): string {
  return writableText(pieces.join(language === 'ja' ? '' : ' '))
}
