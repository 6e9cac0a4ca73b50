// Word, Excel and CSV of a report with 100 findings and 500 measures, on a processor four times slower. Nothing comparable exists beside it.
import type { Page } from '@playwright/test'
import { lineOf, median, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'
import { officeFiles, type OfficeFile } from './page/measureOffice.ts'

const slowdown = 4

export async function benchOffice({ profile, server, sizes }: BenchRun): Promise<readonly BenchLine[]> {
  const rounds = Math.min(sizes.openings, 5)
  const times: Record<OfficeFile, number[]> = { docx: [], xlsx: [], csv: [], cp932: [] }
  for (let round = 0; round < rounds; round += 1) {
    // A new page each time: what is made first pays for the code being new to the browser, as it does for a person.
    for (const file of officeFiles) times[file].push(await onSlowPage(await profile.openPage(server.origin), file))
  }
  return officeFiles.map((file) =>
    lineOf(`office.${file}.100-findings-500-measures.at-4x-throttle`, median(times[file]), null),
  )
}

async function onSlowPage(page: Page, file: OfficeFile): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  try {
    return await page.evaluate((each) => window.bench.measureOffice(each), file)
  } finally {
    await page.close()
  }
}
