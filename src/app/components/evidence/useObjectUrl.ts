// An address for bytes that are shown, for as long as they are shown.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'

export function useObjectUrl(bytes: () => Blob | undefined): Readonly<ShallowRef<string | undefined>> {
  const address = shallowRef<string>()
  function show(shown: Blob | undefined): void {
    if (address.value !== undefined) URL.revokeObjectURL(address.value)
    address.value = shown && URL.createObjectURL(shown)
  }
  watch(bytes, show, { immediate: true })
  onScopeDispose(() => show(undefined))
  return address
}
