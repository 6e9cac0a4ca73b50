// A report as sheets of rows, as Excel and CSV show it: one table a sheet, and above it what the report says before it.

export interface Sheet {
  readonly name: string
  /** Percent of the width; of a sheet without a table one for labels and one for texts. */
  readonly widths: readonly number[]
  readonly rows: readonly SheetRow[]
}

export type SheetRow =
  | { readonly kind: 'draft-mark' | 'title' | 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'fact'; readonly label: string; readonly text: string }
  | { readonly kind: 'head'; readonly labels: readonly string[] }
  | { readonly kind: 'entry'; readonly cells: readonly SheetCell[] }
  | { readonly kind: 'blank' }

export interface SheetCell {
  /** Lines of the text, each as it is printed. */
  readonly lines: readonly { readonly text: string; readonly isBold: boolean }[]
  readonly align: 'start' | 'center' | 'end'
}

export function textOfCell({ lines }: SheetCell): string {
  return lines.map(({ text }) => text).join('\n')
}
