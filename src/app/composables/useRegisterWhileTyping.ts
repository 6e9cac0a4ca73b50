// A register as the person who is writing into it saw it: another version that arrives meanwhile waits until they leave the field,
// and is a conflict then. Their field never vanishes under their hands, and what they write replaces only what they saw.
import { computed, ref, onScopeDispose, watch, type ComputedRef } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import { isTextFieldFocused, watchTyping } from '../../device/watchTyping.ts'
import type { Dot } from '../../domain/oplog/Dot.ts'
import { isInConflict, type Register } from '../../domain/oplog/Register.ts'

export function useRegisterWhileTyping<Kind extends string, Bodies extends Record<Kind, unknown>>(
  { isThisDevice }: Pick<OpenAudit, 'isThisDevice'>,
  register: () => Register<Kind, Bodies>,
): ComputedRef<Register<Kind, Bodies>> {
  const isTyping = ref(isTextFieldFocused())
  onScopeDispose(watchTyping((isSo) => (isTyping.value = isSo)))
  let seen: ReadonlySet<Dot> = new Set(register().dots)
  watch(
    [register, isTyping],
    ([now, isSo]) => {
      if (!isSo || !isInConflict(now)) seen = new Set(now.dots)
    },
    { flush: 'sync' },
  )
  return computed(() => {
    const now = register()
    return isTyping.value && isInConflict(now) ? asSeen(now, (dot) => seen.has(dot), isThisDevice) : now
  })
}

/** What was there before, and what this tablet has written since. Everything, where that alone is a conflict already. */
export function asSeen<Kind extends string, Bodies extends Record<Kind, unknown>>(
  register: Register<Kind, Bodies>,
  wasSeen: (dot: Dot) => boolean,
  isThisDevice: (device: string) => boolean,
): Register<Kind, Bodies> {
  const values = register.values.filter(({ device, dots }) => isThisDevice(device) || dots.some(wasSeen))
  return values.length === 1 ? { values, dots: values.flatMap(({ dots }) => dots) } : register
}
