// How each state of a medium looks: its colour and its symbol, the same in the list, the tiles and the panel.
import { Check, CircleAlert, Copy, Search, SearchX } from '@lucide/vue'
import type { Component } from 'vue'
import type { ChipRole } from '../base/ChipRole.ts'
import type { MediaState } from '../../../domain/audit/reconcileMedia.ts'

export const mediaStateLook: Readonly<Record<MediaState, { readonly role: ChipRole; readonly icon: Component }>> = {
  matched: { role: 'ok', icon: Check },
  unregistered: { role: 'ng', icon: CircleAlert },
  unconfirmed: { role: 'part', icon: Search },
  missing: { role: 'ng', icon: SearchX },
  duplicate: { role: 'part', icon: Copy },
}
