// A text as Word keeps it: line breaks and tabs are elements of their own there.
import { Tab, TextRun, type IRunOptions } from 'docx'
import { writableText } from '../writableText.ts'

export function wordText(text: string, look: IRunOptions = {}): readonly TextRun[] {
  return writableText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...look, ...(index === 0 ? {} : { break: 1 }), children: withTabs(line) }))
}

function withTabs(line: string): readonly (string | Tab)[] {
  return line.split('\t').flatMap((piece, index) => (index === 0 ? [piece] : [new Tab(), piece]))
}
