// The Japanese texts of all other screens, one file an area, under the area's name: finding.json becomes t('finding.…').
import { areasOf } from './areasOf.ts'

export const jaMessages = areasOf(
  import.meta.glob(['./ja/*.json', '!./ja/{common,errors,home,install,keys,search,settings,shell,sync,tour}.json'], {
    eager: true,
    import: 'default',
  }),
)
