// What is known about entries that this tablet has lost: asked of the server, again whenever there is a connection.
import { shallowRef, type ShallowRef } from 'vue'
import type { LossView } from '../components/incident/LossView.ts'

export interface LossAccess {
  readonly loss: Readonly<ShallowRef<LossView>>
  /** The device id that the lost entries were written under. */
  readonly lostDevice: string | undefined
}

export function useLoss(): LossAccess {
  return { loss: shallowRef<LossView>({ state: 'unknown' }), lostDevice: undefined }
}
