// Whether the on-screen keyboard covers part of the screen: the bar below then makes room for what is being typed.
import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/** Browser bars take less than a quarter of the height, keyboards take more. */
const coveredShare = 0.25

export function useKeyboardUp(): Readonly<Ref<boolean>> {
  const isUp = ref(false)
  const viewport = window.visualViewport
  const look = () => {
    // Pinched in, the visible part is small without any keyboard.
    if (viewport) isUp.value = viewport.scale === 1 && viewport.height < window.innerHeight * (1 - coveredShare)
  }
  viewport?.addEventListener('resize', look)
  onScopeDispose(() => viewport?.removeEventListener('resize', look))
  return readonly(isUp)
}
