// One entry of the main navigation. Which entries exist is the page's decision: only screens that are there are offered.
import type { Component } from 'vue'
import type { RouteLocationRaw } from 'vue-router'

export interface NavItem {
  readonly id: string
  readonly word: string
  readonly icon: Component
  readonly to: RouteLocationRaw
  readonly isCurrent: boolean
  /** Home stands first, the open audit's screens follow after a line, settings stand last. */
  readonly place: 'home' | 'audit' | 'settings'
  /** A count beside the icon, such as open findings; `label` says it in words. */
  readonly badge?: { readonly count: number; readonly label: string }
}
