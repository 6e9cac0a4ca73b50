// The English texts of the frame and of the first screen: everything that is on them before another area is fetched.
import { areasOf } from './areasOf.ts'

export const enFirstMessages = areasOf(
  import.meta.glob('./en/{common,errors,home,install,keys,search,settings,shell,sync,tour}.json', {
    eager: true,
    import: 'default',
  }),
)
