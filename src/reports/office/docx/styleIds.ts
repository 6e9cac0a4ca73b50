// What a paragraph is in a report. The values are the ids of its styles in the Word file, which stay as they are:
// an office's own template may name them.

export const styleIds = {
  title: 'Title',
  draftMark: 'DraftMark',
  fact: 'ReportFact',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  text: 'BodyText',
  prose: 'BodyTextFirstIndent',
  bullet: 'ListBullet',
  caption: 'Caption',
  picture: 'ReportPicture',
  footer: 'Footer',
  gap: 'ReportGap',
  cellHead: 'TableHead',
  cellText: 'TableText',
  cellProse: 'TableProse',
  cellBullet: 'TableBullet',
  cellHeading: 'TableSubheading',
  cellItem: 'TableItem',
  cellShort: 'TableShort',
} as const
export type StyleId = (typeof styleIds)[keyof typeof styleIds]
