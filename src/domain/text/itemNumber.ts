// The number of an item within its chapter, with which its heading begins: （１）, (1) in English.
import type { Language } from '../template/Localised.ts'
import { toFullWidthDigits } from './toFullWidthDigits.ts'

export function itemNumber(item: number, language: Language): string {
  return language === 'ja' ? `（${toFullWidthDigits(String(item))}）` : `(${String(item)})`
}
