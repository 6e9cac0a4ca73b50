// The Japanese texts of the frame and of the first screen: everything that is on them before another area is fetched.
import { areasOf } from './areasOf.ts'

export const jaFirstMessages = areasOf(
  import.meta.glob('./ja/{common,errors,home,install,keys,search,settings,shell,sync,tour}.json', {
    eager: true,
    import: 'default',
  }),
)
