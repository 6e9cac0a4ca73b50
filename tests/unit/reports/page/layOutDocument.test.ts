import { describe, expect, test } from 'vitest'
import { layOutDocument } from '../../../../src/reports/page/layOutDocument.ts'
import type { ReportNode } from '../../../../src/reports/page/ReportNode.ts'
import {
  bulletParagraph,
  boldParagraph,
  plainParagraph,
  shortCell,
  textCell,
} from '../../../../src/reports/paragraphs.ts'
import type { ReportBlock, ReportDocument } from '../../../../src/reports/ReportDocument.ts'

function documentWith(blocks: readonly ReportBlock[], isDraft = false): ReportDocument {
  const [language, orientation] = ['ja', 'portrait'] as const
  return {
    language,
    orientation,
    title: '表',
    draftMark: '案',
    isDraft,
    pageLabel: '',
    fileName: '表',
    header: [],
    blocks,
  }
}

function nodesOf(tree: ReportNode): readonly ReportNode[] {
  return [tree, ...tree.children.flatMap((child) => (typeof child === 'string' ? [] : nodesOf(child)))]
}

function find(tree: ReportNode, tag: ReportNode['tag']): readonly ReportNode[] {
  return nodesOf(tree).filter((each) => each.tag === tag)
}

describe('layOutDocument', () => {
  test('a table has its name, heads with their scope, and the widths of its columns', () => {
    const columns = [
      { label: ['番', '号'], width: 20 },
      { label: ['内容'], width: 80 },
    ]
    const rows = [[shortCell(['１']), textCell('文')]]
    const tree = layOutDocument(
      documentWith([{ type: 'table', name: '一覧', hasRowHeads: true, columns, rows }]),
      new Map(),
    )
    expect(find(tree, 'table')[0]?.attributes['aria-label']).toBe('一覧')
    expect(find(tree, 'th').map(({ attributes }) => attributes['scope'])).toEqual(['col', 'col', 'row'])
    expect(find(tree, 'col').map(({ attributes }) => attributes['width'])).toEqual(['20%', '80%'])
  })

  test('a page may end inside a long row, in a short one it may not', () => {
    const rows = [[textCell('短い')], [textCell('長い文。'.repeat(200))]]
    const table = {
      type: 'table',
      name: '一覧',
      hasRowHeads: false,
      columns: [{ label: ['内容'], width: 100 }],
      rows,
    } as const
    const bodyRows = find(layOutDocument(documentWith([table]), new Map()), 'tr').slice(1)
    expect(bodyRows.map(({ attributes }) => attributes['class'])).toEqual(['report-short-row', undefined])
  })

  test('bullets that follow one another are one list', () => {
    const paragraphs = [boldParagraph('頭'), bulletParagraph('一'), bulletParagraph('二'), plainParagraph('文')]
    const tree = layOutDocument(documentWith([{ type: 'paragraph', paragraphs }]), new Map())
    expect(find(tree, 'ul').map(({ children }) => children.length)).toEqual([2])
  })

  test('pictures that follow one another stand together; one that is not there is said', () => {
    const picture = { type: 'picture', caption: '証跡', missing: '画像はない。' } as const
    const tree = layOutDocument(
      documentWith([
        { ...picture, sha256: 'a' },
        { ...picture, sha256: 'b' },
      ]),
      new Map([['a', 'blob:a']]),
    )
    expect(nodesOf(tree).filter(({ attributes }) => attributes['class'] === 'report-pictures')).toHaveLength(1)
    expect(find(tree, 'img').map(({ attributes }) => attributes['src'])).toEqual(['blob:a'])
    expect(JSON.stringify(tree)).toContain('画像はない。')
  })

  test('a draft says so before everything else', () => {
    const [first] = layOutDocument(documentWith([], true), new Map()).children
    expect(first).toEqual({ tag: 'p', attributes: { class: 'report-draft-mark' }, children: ['案'] })
  })
})
