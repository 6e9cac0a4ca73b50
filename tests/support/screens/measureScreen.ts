// What can be measured on any screen: whether it fits, and whether everything to be tapped is big enough.
import type { Page } from '@playwright/test'

export interface ScreenMeasures {
  readonly language: string
  /** Pixels by which the document is wider or taller than the window. The frame never scrolls; its parts do. */
  readonly overflow: { readonly across: number; readonly down: number }
  /** Parts that scroll sideways though nothing in them has to. */
  readonly sideways: readonly string[]
  /** Targets under the size, in words. */
  readonly smallTargets: readonly string[]
}

/** CSS pixels in both directions; half a pixel is lost where a layout divides unevenly. */
export const leastTarget = 47.5
/** With 大きなボタン. */
export const leastWithGloves = 59.5

export function measureScreen(page: Page, leastSize = leastTarget): Promise<ScreenMeasures> {
  return page.evaluate((least) => {
    const { documentElement } = document
    // Rows out of sight are not laid out, and as big as nothing: they are measured as if in sight.
    const allInSight = new CSSStyleSheet()
    allInSight.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets.push(allInSight)
    const targets = 'a[href], button, input, select, textarea, summary, [role=button], [role=menuitem], [role=tab]'
    const nameOf = (element: Element) =>
      `${element.localName}.${element.className} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 30)}`

    /** A control drawn by its label is as big as both together. */
    function sizeOf(element: Element): { width: number; height: number } {
      const parts = [element, ...(element instanceof HTMLInputElement ? (element.labels ?? []) : [])]
      const sizes = parts
        .filter((part) => part === element || part.contains(element) || isDrawnByLabel(element))
        .map((part) => part.getBoundingClientRect())
      return {
        width: Math.max(...sizes.map(({ width }) => width)),
        height: Math.max(...sizes.map(({ height }) => height)),
      }
    }

    function isDrawnByLabel(element: Element): boolean {
      return element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type)
    }

    function isTappable(element: Element): boolean {
      if (element.closest('[inert], [aria-hidden=true], [disabled]') !== null) return false
      // Words for screen readers only, and the link that shows itself when it gets the focus.
      if (getComputedStyle(element).clipPath === 'inset(50%)') return false
      return element.checkVisibility({ visibilityProperty: true })
    }

    const small = [...document.querySelectorAll(targets)].filter(isTappable).flatMap((element) => {
      const { width, height } = sizeOf(element)
      return width >= least && height >= least ? [] : [`${Math.round(width)}×${Math.round(height)} ${nameOf(element)}`]
    })
    const sideways = [...document.querySelectorAll('main, main *, [role=dialog], [role=dialog] *')]
      .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      // The sheet of paper keeps its lines as they are printed, and scrolls where it would become too small to read.
      .filter((element) => !element.classList.contains('report-preview'))
      // The columns of a unit's register stand side by side as in its file, however many there are.
      .filter((element) => !element.classList.contains('register-columns'))
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
    const measures = {
      language: documentElement.lang,
      overflow: {
        across: documentElement.scrollWidth - window.innerWidth,
        down: documentElement.scrollHeight - window.innerHeight,
      },
      sideways: sideways.map(nameOf),
      smallTargets: small,
    }
    document.adoptedStyleSheets.pop()
    return measures
  }, leastSize)
}
