// A choice that is shown at once, while what it leads to is drawn only once that can be seen.
import { shallowRef, type ShallowRef } from 'vue'
import { afterPaint } from '../../device/afterPaint.ts'

export interface ShownFirst<Choice> {
  /** Undefined where nothing is on its way. */
  readonly chosen: Readonly<ShallowRef<Choice | undefined>>
  /** Of two choices in a row only the later one is carried out. */
  readonly choose: (choice: Choice) => Promise<void>
}

export function useShownFirst<Choice>(carryOut: (choice: Choice) => Promise<void>): ShownFirst<Choice> {
  const chosen = shallowRef<Choice>()
  return {
    chosen,
    async choose(choice) {
      chosen.value = choice
      await afterPaint()
      if (chosen.value !== choice) return
      await carryOut(choice).finally(() => {
        if (chosen.value === choice) chosen.value = undefined
      })
    },
  }
}
