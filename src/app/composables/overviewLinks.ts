// Where the rows of an overview lead: to the findings or audits that they count, on the same screen and with an address of their own.
import type { RouteLocationRaw } from 'vue-router'
import { overviewQueryOf, type AskedOverview } from '../components/overview/overviewQuery.ts'
import type { OverviewFilter } from '../../domain/overview/OverviewFilter.ts'

export type OverviewList = 'findings' | 'audits'

export type OverviewLink = (list: OverviewList, change?: Partial<OverviewFilter>) => RouteLocationRaw

export function overviewLinks({ filter, rhythm }: AskedOverview): OverviewLink {
  return (list, change = {}) => ({
    name: 'overview',
    query: overviewQueryOf({ filter: { ...filter, ...change }, rhythm }),
    hash: `#${list}`,
  })
}
