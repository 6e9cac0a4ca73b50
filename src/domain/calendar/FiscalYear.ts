// The Japanese fiscal year, April to March, named by the civil year in which it begins: 2023 is 令和５年度.

export type FiscalYear = number & { readonly __brand: 'FiscalYear' }

/** Months of the civil year that still belong to the fiscal year before: January, February, March. */
export const MONTHS_BEFORE_APRIL = 3
