// The eras of modern Japan, kept here because the platform's calendar data differs between tablets.

/**
 * Oldest first; an era lasts until the day before the next one. `firstDay` belongs to the new era as a whole, so
 * 1989-01-07 is 昭和64年 and 1989-01-08 is 平成元年. Meiji begins with its proclamation, counted in the civil calendar of
 * today: days before 1873 are not turned into the lunisolar calendar then in use.
 */
export const eras = [
  { id: 'meiji', name: '明治', letter: 'M', firstDay: '1868-10-23' },
  { id: 'taisho', name: '大正', letter: 'T', firstDay: '1912-07-30' },
  { id: 'showa', name: '昭和', letter: 'S', firstDay: '1926-12-25' },
  { id: 'heisei', name: '平成', letter: 'H', firstDay: '1989-01-08' },
  { id: 'reiwa', name: '令和', letter: 'R', firstDay: '2019-05-01' },
] as const

export type Era = (typeof eras)[number]
export type EraId = Era['id']

/** Year 1 of the era in the civil calendar. */
export function firstYearOf(era: Era): number {
  return Number(era.firstDay.slice(0, 4))
}
