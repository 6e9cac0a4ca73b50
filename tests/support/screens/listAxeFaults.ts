// What axe finds wrong on the screen: the rule, and each element that breaks it.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** Stands in for axe's own text where the page has it already: to put it in again takes half as long as to look through the screen. */
const nothing = ';'

export async function listAxeFaults(page: Page): Promise<string[][]> {
  const isThere = await page.evaluate(() => 'axe' in window)
  const builder = new AxeBuilder({ page, ...(isThere && { axeSource: nothing }) })
  // To describe what passed as well takes longer than to find what did not.
  builder.options({ resultTypes: ['violations'] })
  // Without frames there is nothing for axe to gather in a second tab.
  const { violations } = await builder.withTags(tags).setLegacyMode(true).analyze()
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])
}
