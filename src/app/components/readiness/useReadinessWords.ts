// The sentence of each check in the person's language.
import { useI18n } from 'vue-i18n'
import type { ReadinessCheck } from './checkReadiness.ts'

export function useReadinessWords(): (check: ReadinessCheck) => string {
  const { t, d } = useI18n()
  return ({ id, code, count = 0, findings = 0, size = '', wanted = '', at, registers = [], skew }) => {
    const names = registers
      .map(({ roster, count: items }) =>
        items === 0
          ? t(`roster.name.${roster}`)
          : t('readiness.registers.one', {
              name: t(`roster.name.${roster}`),
              count: t(`roster.count.${roster}`, { count: items }, items),
            }),
      )
      .join(t('readiness.registers.separator'))
    const amount = skew === undefined ? '' : t(`clock.${skew.unit}`, { count: skew.amount }, skew.amount)
    const moment = at === undefined || at === null ? '' : d(new Date(at), 'moment')
    return t(`readiness.${id}.${code}`, { count, findings, size, wanted, at: moment, names, amount }, count)
  }
}
