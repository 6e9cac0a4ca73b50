// What the styles are called in Word's list. Those that Word knows have its fixed English names, which a Japanese Word shows as
// 表題, 見出し 1, 本文, 箇条書き and so on; a Japanese name of ours would make a second style of the same name.
import type { Language } from '../../../domain/template/Localised.ts'
import type { StyleId } from './styleIds.ts'

const names: Readonly<Record<StyleId, string | Readonly<Record<Language, string>>>> = {
  Title: 'Title',
  DraftMark: { ja: '案の表示', en: 'Draft mark' },
  ReportFact: { ja: '報告事項', en: 'Report fact' },
  Heading1: 'heading 1',
  Heading2: 'heading 2',
  Heading3: 'heading 3',
  BodyText: 'Body Text',
  BodyTextFirstIndent: 'Body Text First Indent',
  ListBullet: 'List Bullet',
  Caption: 'caption',
  ReportPicture: { ja: '写真', en: 'Report picture' },
  Footer: 'footer',
  ReportGap: { ja: '表の後', en: 'After a table' },
  TableHead: { ja: '表の見出し', en: 'Table heading' },
  TableText: { ja: '表の本文', en: 'Table text' },
  TableProse: { ja: '表の本文（字下げ）', en: 'Table prose' },
  TableBullet: { ja: '表の箇条書き', en: 'Table bullet' },
  TableSubheading: { ja: '表の小見出し', en: 'Table subheading' },
  TableItem: { ja: '表の項目見出し', en: 'Table item' },
  TableShort: { ja: '表の分類・日付', en: 'Table class and date' },
}

export function styleName(id: StyleId, language: Language): string {
  const name = names[id]
  return typeof name === 'string' ? name : name[language]
}
