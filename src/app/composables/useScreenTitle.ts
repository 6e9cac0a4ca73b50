// What the title bar says: each page tells it, the frame shows it.
import { inject, shallowRef, watchEffect, type InjectionKey, type ShallowRef } from 'vue'
import { must } from '../../domain/must.ts'

export interface ScreenTitle {
  readonly title: string
  readonly eyebrow?: string | undefined
}

export const screenTitleKey: InjectionKey<ShallowRef<ScreenTitle>> = Symbol('screen title')

export function createScreenTitle(): ShallowRef<ScreenTitle> {
  return shallowRef({ title: '' })
}

/** Keeps the title bar and the document's title up to date while the page is shown. */
export function useScreenTitle(title: () => ScreenTitle): void {
  const shown = must(inject(screenTitleKey), 'a screen title')
  watchEffect(() => {
    shown.value = title()
    document.title = `${shown.value.title} | Genba`
  })
}
