// A report as a plain tree: what to build, without a document to build it in. Text is always text, never markup.

export interface ReportNode {
  readonly tag: ReportTag
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (ReportNode | string)[]
}

type ReportTag =
  | 'article'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'section'
  | 'figure'
  | 'figcaption'
  | 'img'
  | 'p'
  | 'div'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'table'
  | 'colgroup'
  | 'col'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td'
  | 'ul'
  | 'li'
  | 'span'

type Children = ReportNode['children']

export function node(tag: ReportTag, className: string, children: Children): ReportNode {
  return { tag, attributes: className === '' ? {} : { class: className }, children }
}

export function withAttributes(plain: ReportNode, attributes: ReportNode['attributes']): ReportNode {
  return { ...plain, attributes: { ...plain.attributes, ...attributes } }
}
