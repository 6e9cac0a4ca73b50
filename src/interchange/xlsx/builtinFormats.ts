// The number formats that a workbook may name without writing them down (ECMA-376 part 1, 18.8.30), as a Japanese Excel shows them.

const eraShort = '[$-411]ge.m.d'
const eraLong = '[$-411]ggge"年"m"月"d"日"'
const monthLong = 'yyyy"年"m"月"'
const dayLong = 'm"月"d"日"'

export const builtinFormats: Readonly<Record<string, string>> = {
  '1': '0',
  '2': '0.00',
  '3': '#,##0',
  '4': '#,##0.00',
  '9': '0%',
  '10': '0.00%',
  '14': 'yyyy/m/d',
  '15': 'd-mmm-yy',
  '16': 'd-mmm',
  '17': 'mmm-yy',
  '18': 'h:mm AM/PM',
  '19': 'h:mm:ss AM/PM',
  '20': 'h:mm',
  '21': 'h:mm:ss',
  '22': 'yyyy/m/d h:mm',
  '27': eraShort,
  '28': eraLong,
  '29': eraLong,
  '30': 'm/d/yy',
  '31': 'yyyy"年"m"月"d"日"',
  '32': 'h"時"mm"分"',
  '33': 'h"時"mm"分"ss"秒"',
  '34': monthLong,
  '35': dayLong,
  '36': eraShort,
  '37': '#,##0',
  '38': '#,##0',
  '39': '#,##0.00',
  '40': '#,##0.00',
  '45': 'mm:ss',
  '47': 'mm:ss',
  '50': eraShort,
  '51': eraLong,
  '52': monthLong,
  '53': dayLong,
  '54': eraLong,
  '55': monthLong,
  '56': dayLong,
  '57': eraShort,
  '58': eraLong,
}
