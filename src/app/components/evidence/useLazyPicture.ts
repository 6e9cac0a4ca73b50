// The picture of a tile while the tile is near the screen, and not longer: three hundred of them cost no more memory than a screenful.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'

/** About one screen ahead of scrolling. */
const ahead = '600px'

/** `version`: with another one it is loaded anew. */
export function useLazyPicture(
  element: Readonly<ShallowRef<Element | null>>,
  load: () => Promise<Blob | undefined>,
  version: () => unknown,
): Readonly<ShallowRef<string | undefined>> {
  const address = shallowRef<string>()
  let isNear = false
  let turn = 0

  function show(picture: Blob | undefined): void {
    if (address.value !== undefined) URL.revokeObjectURL(address.value)
    address.value = picture && URL.createObjectURL(picture)
  }

  async function update(): Promise<void> {
    const mine = ++turn
    const picture = isNear ? await load() : undefined
    if (mine === turn) show(picture)
  }

  const observer = new IntersectionObserver(
    (entries) => {
      const now = entries.at(-1)?.isIntersecting === true
      if (now === isNear) return
      isNear = now
      void update()
    },
    { rootMargin: ahead },
  )
  watch(element, (shown) => {
    observer.disconnect()
    if (shown !== null) observer.observe(shown)
  })
  watch(version, () => void update())
  onScopeDispose(() => {
    observer.disconnect()
    isNear = false
    void update()
  })
  return address
}
