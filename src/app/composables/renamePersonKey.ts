// Asks the frame to ask anew who is using this tablet.
import type { InjectionKey } from 'vue'

export const renamePersonKey: InjectionKey<() => void> = Symbol('rename person')
