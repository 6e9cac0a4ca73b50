// The published report as data, read from the file that lies beside the repository on the makers' machines and is never copied into it.
// Its line breaks and letter spacing are the layout of a PDF and carry no meaning; everything else does.
import { existsSync, readFileSync } from 'node:fs'

const path = new URL('../../../shared/domain/published-report.txt', import.meta.url)

/** Undefined on machines that do not have it. */
export function readPublishedText(): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

export interface PublishedFinding {
  /** ２（１） */
  readonly number: string
  /** （１） with what follows it. */
  readonly heading: string
  readonly subject: string
  readonly demand: '是正' | '改善'
  readonly lead: string
  readonly conditions: readonly string[]
  /** 【指摘事項】 */
  readonly recommendationHead: string
  readonly recommendation: string
  readonly measures: readonly string[]
  readonly measureClass: string
  readonly measureDate: string
}

export interface PublishedReport {
  readonly title: string
  readonly header: readonly { readonly label: string; readonly value: string }[]
  readonly columns: string
  readonly findings: readonly PublishedFinding[]
}

const headOfTable = /^\s*指摘№/
const numberLine = /^([０-９]+（[０-９]+）)$/
const lastLine = /^(措置\S+) (\S+)$/
const bullet = '・'

export function readPublishedReport(text: string): PublishedReport {
  const lines = text.split('\n').map((line) => line.trimEnd())
  const tables = indexesOf(lines, headOfTable)
  const starts = indexesOf(lines, numberLine)
  const [title = '', ...header] = lines.slice(0, tables[0]).filter((line) => line !== '')
  return {
    title,
    header: header.map((line) => {
      const [label = '', value = ''] = line.split('：')
      return { label: dense(label), value }
    }),
    columns: dense(lines.slice(tables[0], starts[0]).join('')),
    findings: starts.map((start, index) => readFinding(lines.slice(start, starts[index + 1]))),
  }
}

/** Without any white space: how texts of different layouts are compared. */
export function dense(text: string): string {
  return text.replace(/\s+/g, '')
}

function indexesOf(lines: readonly string[], pattern: RegExp): readonly number[] {
  return lines.flatMap((line, index) => (pattern.test(line) ? [index] : []))
}

/** From its number to its date; what comes behind is the head of the next page's table. */
function readFinding(lines: readonly string[]): PublishedFinding {
  const end = lines.findIndex((line) => lastLine.test(line))
  const [, measureClass = '', measureDate = ''] = lastLine.exec(lines[end] ?? '') ?? []
  const [heading = '', lead = '', ...rest] = joinLines(lines.slice(1, end))
  const [, subject = '', demand] = /^（[０-９]+）(.+)について(是正|改善)を求めたもの$/.exec(heading) ?? []
  const asked = rest.findIndex((each) => each.startsWith('【'))
  if (end < 0 || asked < 0 || (demand !== '是正' && demand !== '改善')) throw new Error(`not read: ${heading}`)
  return {
    number: lines[0] ?? '',
    heading,
    subject,
    demand,
    lead,
    conditions: rest.slice(0, asked).map(withoutBullet),
    recommendationHead: rest[asked] ?? '',
    recommendation: rest[asked + 1] ?? '',
    measures: rest.slice(asked + 2).map(withoutBullet),
    measureClass,
    measureDate,
  }
}

/** A text begins after a blank line, with an indent, a bullet or a bracketed head; every other line goes on with the one before. */
function joinLines(lines: readonly string[]): readonly string[] {
  const texts: string[] = []
  let isOpen = false
  for (const line of lines) {
    const isNew = !isOpen || /^(?:\u3000| {2}|・|【)/.test(line)
    if (line !== '' && isNew) texts.push(line.trim())
    else if (line !== '') texts.push(`${texts.pop() ?? ''}${line}`)
    isOpen = line !== ''
  }
  return texts
}

function withoutBullet(text: string): string {
  if (!text.startsWith(bullet)) throw new Error('a bullet was expected')
  return text.slice(bullet.length)
}
