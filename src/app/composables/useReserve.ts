// Whether the room set aside for a full disk is in use: texts are still taken in, photos are not.
import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { useAppServices } from './appServices.ts'

export function useReserve(): Readonly<Ref<boolean>> {
  const { reserve } = useAppServices().db
  const isInUse = ref(reserve.isInUse())
  onScopeDispose(reserve.watch((next) => (isInUse.value = next)))
  return readonly(isInUse)
}
