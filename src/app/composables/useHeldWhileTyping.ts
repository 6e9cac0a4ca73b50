// Holds a value still while a person is writing, so that nothing moves under their thumbs; it catches up when they leave the field.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { isTextFieldFocused, watchTyping } from '../../device/watchTyping.ts'

export function useHeldWhileTyping<Value>(source: () => Value): Readonly<ShallowRef<Value>> {
  const held = shallowRef(source()) as ShallowRef<Value>
  let isTyping = isTextFieldFocused()
  watch(source, (value) => {
    if (!isTyping) held.value = value
  })
  onScopeDispose(
    watchTyping((isSo) => {
      isTyping = isSo
      if (!isSo) held.value = source()
    }),
  )
  return held
}
